import type { Situation } from '../../ask-tool.ts'
import { asTable, followUpEnd, followUpLead, leavingOut } from '../../grammar/follow-ups.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import { normalWord } from '../../words.ts'
import { applyFollowUp, type Changed } from './apply-follow-up.ts'
import { describeFilters } from '../answer/describe-filters.ts'
import { valuePhrases } from '../values/find-values.ts'
import { lookUpValues, queryValues } from '../values/look-up-values.ts'
import { nearValues, nearValuesQuery } from '../values/near-values.ts'
import { describeAggregate } from '../sql/figure-column.ts'
import { groupLabel } from '../sql/group-sql.ts'
import type { Phrase } from '../words/phrase.ts'
import { quoteNames } from '../words/quote-names.ts'
import { readPhrases } from '../words/read-phrases.ts'
import { nounsOfOtherNames } from '../columns/row-nouns.ts'
import { readRequest } from '../request/read-request.ts'
import { resolveJoin } from '../tables/read-joined.ts'
import type { Reading, Resolution } from '../resolve/resolution.ts'
import { splitQuestion } from '../words/split-question.ts'
import type { ReadRequest, Request, ValueHit, ValueLookup } from '../request/request.ts'
import { settleValues } from '../resolve/settle-values.ts'
import { tellValues } from '../values/tell-values.ts'
import type { Table } from '../columns/table-columns.ts'
import { wordForTable } from '../tables/word-for-table.ts'
import { writeQuery } from '../sql/write-query.ts'

/** An earlier reading changed as a follow-up says, over the same table; null when its words say no such change. */
export function readChange(situation: Situation, before: Reading, question: string): Known<Resolution | null> {
  const text = wordForTable(withoutLead(question), before.table)
  if (asTable.test(text)) return known(rewritten(before, { ...before.request, chart: null }, []))
  const request = withOpenValues(before.request)
  const words = { table: before.table, open: openIn(text, before.table), doubtful: [] }
  const quoted = quoteNames(situation, [words], text)
  if (quoted.kind === 'step') return quoted
  for (const wording of wordings(quoted.value[0]?.question ?? text, before)) {
    const open = openIn(wording, before.table)
    const lookups = lookUpValues(situation, [{ table: before.table, open, doubtful: [] }])
    if (lookups.kind === 'step') return lookups
    const near = lookUpNear(situation, { table: before.table, open, found: lookups.value[0] ?? new Map() })
    if (near.kind === 'step') return near
    const lookup = inSameColumns(near.value, request)
    const change = readWords(wording, before.table, lookup)
    const changed = change.problems.length > 0 ? null : applyFollowUp(request, change.request)
    if (changed === null) continue
    const told = [keptSentence(changed), ...change.assumptions, ...tellValues(change.request.filters, lookup)]
    const resolved = rewritten(
      before,
      changed.request,
      told.filter((each) => each !== null),
    )
    if (resolved?.kind === 'query') return settleValues(situation, resolved.reading)
    if (resolved !== null) return known(resolved)
  }
  return known(null)
}

/** "what about LAX" is another origin where origins were asked for, though destinations are called so too. */
function inSameColumns(lookup: NonNullable<ValueLookup>, { filters }: Request): NonNullable<ValueLookup> {
  const names = filters.flatMap((filter) => (filter.kind === 'values' ? [filter.column.name] : []))
  return new Map(
    [...lookup].map(([phrase, hits]) => {
      const same = hits.filter(({ column }) => names.includes(column))
      return [phrase, same.length > 0 ? same : hits]
    }),
  )
}

/** What was found, and for words that are no value the one value that comes near: "and thrillers?". */
function lookUpNear(
  situation: Situation,
  { table, open, found }: { readonly table: Table; readonly open: OpenWords; readonly found: NonNullable<ValueLookup> },
): Known<NonNullable<ValueLookup>> {
  const isFound = (phrase: string) => (found.get(phrase) ?? []).length > 0
  const lost = open.filter(({ words, isQuoted }) => !isQuoted && !valuePhrases(words, false).some(isFound))
  const words = lost.flatMap((each) => each.words)
  if (words.length === 0) return known(found)
  const hits = queryValues(situation, [nearValuesQuery(words, table)])
  if (hits.kind === 'step') return hits
  const near = lost.flatMap((each): [string, readonly ValueHit[]][] => {
    const phrase = each.words.join(' ').toLowerCase()
    const values = nearValues(phrase, hits.value[0] ?? [])
    return values?.kind === 'one' ? [[phrase, values.hits]] : []
  })
  return known(new Map([...found, ...near]))
}

function openIn(text: string, table: Table): OpenWords {
  return phrasesOf(text, table).filter((phrase) => phrase.kind === 'open')
}

type OpenWords = readonly Extract<Phrase, { readonly kind: 'open' }>[]

/** What was one value each may be several after a change. */
function withOpenValues(request: Request): Request {
  const figures = request.figures.map((each) => (each.aggregate === 'value' ? { ...each, aggregate: null } : each))
  return { ...request, figures }
}

export function withoutLead(question: string): string {
  const rest = question.replace(followUpEnd, '').replace(followUpLead, '').trim().replace(leavingOut, 'without ')
  return /^(plot|chart|graph|draw|visuali[sz]e)\b/i.test(rest)
    ? rest.replace(/ (it|that|this|them|those|these)\b/i, '')
    : rest
}

/**
 * The words as they are, and with what they leave out: "and the average" is one of the same column, "what about units"
 * asks for the same figure of another.
 */
function wordings(text: string, { table, request }: Reading): readonly string[] {
  const compared = request.filters.filter((each) => each.kind === 'compare')
  const [of, ...others] = compared
  // "what about 1985": a number alone is another one of the column that was said to be one.
  const number =
    /^(?:the ones |those |the )?((?:over|under|above|below|before|after|since|until|from|up to|at least|at most) )?(\d+(?:[.,]\d+)?)$/i
  const said = number.exec(text)
  const isSame = said?.[1] !== undefined || (of?.kind === 'compare' && of.comparison === '=')
  if (said != null && isSame && of?.kind === 'compare' && others.length === 0)
    return [`"${of.column.name}" ${said[1] ?? ''}${said[2] ?? ''}`]
  const [figure, ...more] = request.figures
  if (figure === undefined || more.length > 0) return [text]
  const phrases = phrasesOf(text, table)
  const hasAggregate = phrases.some(({ kind }) => kind === 'aggregate' || kind === 'rank')
  const label =
    figure.aggregate === null || figure.aggregate === 'value'
      ? null
      : describeAggregate(figure.aggregate, figure.percent)
  const column = /^[\p{L}\p{N}_ ]+$/u.test(figure.column.name) ? figure.column.name : null
  const isOfColumn = phrases[0]?.kind === 'column'
  return [
    ...(isOfColumn && !hasAggregate && label !== null ? [`${label} ${text}`] : []),
    text,
    ...(hasAggregate && column !== null ? [`${text} ${column}`] : []),
  ]
}

function phrasesOf(text: string, table: Table): readonly Phrase[] {
  const { columns } = table
  return readPhrases(splitQuestion(text), {
    columns,
    tableWords: new Set(nounsOfOtherNames(text, table).map(normalWord)),
    valueWords: new Set(),
    passedWords: new Set(),
  })
}

function readWords(text: string, table: Table, lookup: ValueLookup): ReadRequest {
  return readRequest(phrasesOf(text, table), { question: text, table, lookup, countsNamed: false })
}

function rewritten(before: Reading, request: Reading['request'], told: readonly string[]): Resolution | null {
  const written = writeQuery(request, before.table)
  if (written.kind === 'problem') return null
  const { query } = written
  const assumptions = [...told, ...query.assumptions]
  const reading = { ...before, open: [], doubtful: [], query, request, unsettled: null, assumptions }
  return before.joined === undefined ? { kind: 'query', reading } : resolveJoin(reading, before.joined)
}

function keptSentence({ kept }: Changed): string | null {
  const figures = kept.figures.map(({ aggregate, percent, column }) =>
    [aggregate === null ? '' : describeAggregate(aggregate, percent), `*${plainText(column.name)}*`].join(' ').trim(),
  )
  const rows = kept.countsRows ? ['the number of rows'] : []
  const groups = kept.groups.map((group) => `*${plainText(groupLabel(group))}*`)
  const parts = [
    enumerate([...figures, ...rows]),
    groups.length === 0 ? '' : `by ${enumerate(groups)}`,
    describeFilters(kept.filters).trim(),
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : `kept from before: ${parts.join(' ')}`
}
