import type { Situation } from '../../ask-tool.ts'
import { addsToSplit, asTable, sameFor } from '../../grammar/follow-ups.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import { applyFollowUp, type Changed, type ChangeWay } from './apply-follow-up.ts'
import { askTotal } from './ask-total.ts'
import { onlyTold } from './only-told.ts'
import { changeByTurn, namedBeside, setBeside } from './change-by-turn.ts'
import { followUpWordings } from './follow-up-wordings.ts'
import { phrasesOf, readWords, wordsIn } from './read-words.ts'
import { withoutLead } from './without-lead.ts'
import { describeFilters } from '../answer/describe-filters.ts'
import { valuePhrases } from '../values/find-values.ts'
import { lookUpValues } from '../values/look-up-values.ts'
import { nearValues, searchNear } from '../values/near-values.ts'
import { searchValues } from '../values/search-values.ts'
import { describeAggregate } from '../sql/figure-column.ts'
import { groupLabel } from '../sql/group-sql.ts'
import type { OpenPhrase } from '../words/phrase.ts'
import { plainWords } from '../words/plain-words.ts'
import { sayOtherSide } from '../words/say-directions.ts'
import { sayOpponents } from '../words/say-opponents.ts'
import { quoteTold } from '../words/quote-told.ts'
import { quoteNames } from '../words/quote-names.ts'
import { resolveJoin } from '../tables/read-joined.ts'
import type { Reading, Resolution } from '../resolve/resolution.ts'
import type { Request, ValueHit, ValueLookup } from '../request/request.ts'
import { settleValues } from '../resolve/settle-values.ts'
import { tellValues } from '../values/tell-values.ts'
import type { Column, Table } from '../columns/table-columns.ts'
import { wordForTable } from '../tables/word-for-table.ts'
import { writeQuery } from '../sql/write-query.ts'

/** An earlier reading changed as a follow-up says, over the same table; null when its words say no such change. */
export function readChange(situation: Situation, before: Reading, question: string): Known<Resolution | null> {
  const { columns } = before.table
  const pointed = sayOpponents(sayOtherSide(question, before.request.filters, columns), columns)
  const bare = withoutLead(sameFor.exec(pointed)?.groups?.['place'] ?? pointed)
  const other = saysWhich(situation, bare) ? null : namedBeside(bare)
  const said = quoteTold(other ?? bare, columns)
  const plain = wordForTable(plainWords(said), before.table)
  const text = onlyTold(question, columns) ?? plain
  const request = withOpenValues(before.request)
  if (asTable.test(text)) return known(rewritten(before, { ...before.request, chart: null }, []))
  const total = bare === '' ? null : askTotal(bare, request, before.table)
  if (total !== null) return known(rewritten(before, total.changed.request, [...toldOf(total.changed), total.told]))
  const turned = changeByTurn(text, request)
  if (turned !== null) return known(rewritten(before, turned.request, toldOf(turned)))
  const way = {
    isBeside: other !== null,
    addsToSplit: addsToSplit.test(question),
    keepsRank: /\bsame\b/i.test(question),
  }
  const words = { table: before.table, open: openIn(text, before.table), doubtful: [] }
  const quoted = quoteNames(situation, [words], text)
  if (quoted.kind === 'step') return quoted
  for (const wording of followUpWordings(quoted.value[0]?.question ?? text, before)) {
    const changed = readWording(situation, before, { wording, ...way })
    if (changed.kind === 'step' || changed.value !== null) return changed
  }
  return known(null)
}

/** "and against Castle Knights" after games against another club: those instead, and nothing beside them. */
function saysWhich({ turn }: Situation, bare: string): boolean {
  return /^against\b/i.test(bare) && /\bagainst\b/i.test(turn.earlier.at(-1)?.question ?? '')
}

type Wording = ChangeWay & { readonly wording: string; readonly isBeside: boolean }

/** One way to say the change; null where it is none. */
function readWording(
  situation: Situation,
  before: Reading,
  { wording, isBeside, ...way }: Wording,
): Known<Resolution | null> {
  const { table } = before
  const request = withOpenValues(before.request)
  const open = openIn(wording, table)
  const lookups = lookUpValues(situation, [{ table, open, doubtful: wordsIn(wording).map(openWord) }])
  if (lookups.kind === 'step') return lookups
  const near = lookUpNear(situation, { table, open, found: lookups.value[0] ?? new Map() })
  if (near.kind === 'step') return near
  const lookup = inSameColumns(near.value, request)
  const change = readWords(wording, table, {
    lookup,
    goesOn: request.groups.length + request.subjects.length > 0,
    earlierDate: dateOf(request),
  })
  if (change.problems.length > 0) return known(null)
  const changed = isBeside ? setBeside(request, change.request) : applyFollowUp(request, change.request, way)
  if (changed === null) return known(null)
  const told = [...toldOf(changed), ...change.assumptions, ...tellValues(change.request.filters, lookup)]
  const resolved = rewritten(before, changed.request, told)
  return resolved?.kind === 'query' ? settleValues(situation, resolved.reading) : known(resolved)
}

/** "and in 2024?" after orders that were shipped in 2023 */
function dateOf({ filters, groups }: Request): Column | null {
  const timed = filters.find((filter) => filter.kind === 'period' || filter.kind === 'part-of-date')
  if (timed !== undefined) return timed.column
  return groups.find(({ unit }) => unit !== null)?.column ?? null
}

function openWord(word: string): OpenPhrase {
  return { kind: 'open', words: [word], isQuoted: false, from: 0, to: 0 }
}

function toldOf(changed: Changed): readonly string[] {
  const kept = keptSentence(changed)
  return kept === null ? [] : [kept]
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
  const hits = searchValues(situation, [searchNear(words, table)])
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

type OpenWords = readonly OpenPhrase[]

/** What was one value each may be several after a change. */
function withOpenValues(request: Request): Request {
  const figures = request.figures.map((each) => (each.aggregate === 'value' ? { ...each, aggregate: null } : each))
  return { ...request, figures }
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
