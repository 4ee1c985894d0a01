import { asksHowOften } from '../../grammar/aggregates.ts'
import { tradeVerbs } from '../../grammar/additive.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import type { ConditionReader } from './condition-reader.ts'
import { countKeys } from './count-keys.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { refuseDifferentRows } from './refuse-different-rows.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'
import type { Filter } from './request.ts'
import { isCountOfRow, isOfPieces, isText, yesOf, type Column } from '../columns/table-columns.ts'

/** What "how many" counts: the rows, or what a column says that each of them stands for. */
export function finishCount(
  draft: RequestDraft,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
  countNamed(draft, notes)
  countDated(draft, notes)
  countKeys(draft, notes)
  refuseOnlyOne(draft, notes)
  refuseDifferentRows(draft, notes)
  countValues(draft, { notes, hasOpenWords: conditions.hasOpenWords })
  countPieces(draft, notes)
  countInColumn(draft, notes)
}

/** "how often was Nadia Haidar here": where every row is another name there is only one, which tells nothing. */
function refuseOnlyOne({ request }: RequestDraft, notes: ReadingNotes): void {
  const isOften = asksHowOften.test(notes.question)
  if (!isOften || !request.countsRows) return
  const one = request.filters.find(
    (filter) =>
      filter.kind === 'values' && !filter.isNegated && filter.column.distinct === notes.rows && notes.rows > 1,
  )
  if (one?.kind !== 'values') return
  notes.unclear(`Every row has a *${plainText(one.column.name)}* of its own, so I cannot count how often it was.`)
}

/** "strikes by state": nothing else can be asked of them than how many. */
function countNamed(
  { request, namesTable, countsNamed, isSplit, isComparing }: RequestDraft,
  { question }: ReadingNotes,
): void {
  const { figures, groups, subjects, rank, analysis } = request
  if (!countsNamed || !namesTable || figures.length + subjects.length > 0 || rank !== null) return
  // "strikes by one airline" is a condition, and asks how many all the same.
  const isBy = groups.length > 0 || isSplit || isComparing || /\bby\b/i.test(question)
  if (isBy && analysis.kind === 'plain') request.countsRows = true
}

/** "treatments per month", where a `treatment_date` tells when each row was: the rows, and not the kinds of them. */
function countDated({ request }: RequestDraft, notes: ReadingNotes): void {
  const { figures, groups, subjects, rank, analysis, isDistinct } = request
  const [subject, ...others] = subjects
  const isSplitInTime = groups.length > 0 && groups.every(({ unit }) => unit !== null)
  if (subject === undefined || others.length + figures.length > 0 || rank !== null || isDistinct) return
  if (!isSplitInTime || analysis.kind !== 'plain' || !isText(subject.column)) return
  const thing = wordsOfName(subject.column.name)
  if (!groups.some(({ column }) => thing.every((word) => wordsOfName(column.name).includes(word)))) return
  request.subjects = []
  request.countsRows = true
  notes.assume(`each row is one *${plainText(subject.column.name)}*, so I counted rows`)
}

/** "faults per probe": rows of one value, said as many of them. Before a lookup nobody knows that it is one. */
function countValues(
  { request, isSplit }: RequestDraft,
  { notes, hasOpenWords }: { readonly notes: ReadingNotes; readonly hasOpenWords: boolean },
): void {
  const { figures, groups, subjects, rank, analysis, filters, isDistinct } = request
  const isAsked = figures.length + subjects.length > 0 || rank !== null || analysis.kind !== 'plain' || isDistinct
  if (isAsked || !isSplit || groups.length === 0) return
  if (hasOpenWords || filters.some((filter) => isSaidInPlural(filter, notes.question))) request.countsRows = true
}

function isSaidInPlural(filter: Filter, question: string): boolean {
  if (filter.kind === 'any' || filter.isNegated || (filter.kind !== 'values' && filter.kind !== 'truth')) return false
  // "emergencies by plumber", where a column tells which jobs were one.
  if (filter.kind === 'truth' || yesOf(filter.column) !== null) return isNamedInPlural(filter.column, question)
  const values = new Set(filter.values.map((value) => value.toLowerCase()))
  const plurals = (question.toLowerCase().match(/\p{L}+s\b/gu) ?? []).filter((word) => !values.has(word))
  return plurals.some((word) => [...values].some((value) => normalWord(value) === normalWord(word)))
}

function isNamedInPlural({ name }: Column, question: string): boolean {
  const stems = new Set(wordsOfName(name).map(stemOf))
  const words = question.toLowerCase().match(/\p{L}+s\b/gu) ?? []
  return words.some((word) => normalWord(word) !== word && stems.has(stemOf(word)))
}

/** "how many mugs did she buy", where each order is of several: the pieces, and not the orders. */
function countPieces({ request, namesTable }: RequestDraft, notes: ReadingNotes): void {
  const { figures, subjects, having, countsRows, mentionsRows, isDistinct, analysis, rank } = request
  const [pieces, ...others] = notes.columns.filter(isOfPieces)
  if (!countsRows || pieces === undefined || others.length > 0 || namesTable || mentionsRows || isDistinct) return
  if (rank !== null || analysis.kind !== 'plain' || figures.length + subjects.length + having.length > 0) return
  const said = /\bhow many (.+?) (?:was|were|did|do|does|have|has|had|got)\b(.+)/i.exec(notes.question)
  const [thing = '', deed = ''] = said?.slice(1) ?? []
  if (!tradeVerbs.some((verb) => new RegExp(`\\b${verb}\\b`, 'i').test(deed))) return
  if (
    !request.filters.some(
      (filter) => filter.kind === 'values' && filter.values.some((value) => isSameThing(value, thing)),
    )
  )
    return
  request.countsRows = false
  request.figures = [plainFigure('sum', pieces)]
  notes.assume(`I added up *${plainText(pieces.name)}*, and did not count rows`)
}

function isSameThing(value: string, said: string): boolean {
  return wordsOfName(value).join(' ') === wordsOfName(said.replace(/^(?:of )?(?:the|our|my) /i, '')).join(' ')
}

/** "how many women worked as teachers", "how many flights went to SFO", where each row tells how many in a column of its own. */
function countInColumn({ request, namesTable }: RequestDraft, notes: ReadingNotes): void {
  const { figures, subjects, having, countsRows, mentionsRows, isDistinct, analysis, rank } = request
  const [counting, ...others] = notes.columns.filter(isCountOfRow)
  if (!countsRows || counting === undefined || others.length > 0) return
  const isCompared = analysis.kind === 'plain' || analysis.kind === 'change'
  const isOther = mentionsRows || isDistinct || rank !== null || !isCompared
  if (isOther || figures.length + subjects.length + having.length > 0) return
  // People are not what every table with a number of them is about.
  if (!/^counts?$/i.test(counting.name) && (namesTable || request.filters.length === 0)) return
  request.countsRows = false
  request.figures = [plainFigure('sum', counting)]
  notes.assume(`each row stands for as many as its *${plainText(counting.name)}*, so I added that up`)
}
