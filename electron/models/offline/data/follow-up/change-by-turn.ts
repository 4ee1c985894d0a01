import { asShare, besideIt, otherPeriod, theOthers, whenWasIt, withoutBlanks } from '../../grammar/follow-ups.ts'
import { comparisonWords, timeComparisons } from '../../grammar/comparisons.ts'
import { isYearNumber } from '../columns/year-number.ts'
import { own } from '../words/grammar-entries.ts'
import { movedBy } from './moved-by.ts'
import type { ColumnFilter, Filter, Request } from '../request/request.ts'
import { isOfTime } from '../request/finish-share.ts'
import { groupOfChoice } from '../request/finish-comparison.ts'
import { addFilter } from '../request/merge-filters.ts'
import { inSameYear, type Changed } from './apply-follow-up.ts'

/** What a follow-up of a few fixed words asks of the request before it; null where it is none of them. */
export function changeByTurn(text: string, before: Request): Changed | null {
  if (theOthers.test(text)) return askOthers(before)
  if (withoutBlanks.test(text)) return leaveBlanksOut(before)
  if (asShare.test(text)) return askShare(before)
  return moveInTime(text, before) ?? keepGroups(text, before)
}

/** Whether a follow-up is one of the few fixed words, or sets something beside what was asked. */
export function isTurn(text: string): boolean {
  return [theOthers, withoutBlanks, asShare, besideIt, otherPeriod, whenWasIt].some((each) => each.test(text))
}

/** What "against 2022" names, to be set beside the request before. */
export function namedBeside(text: string): string | null {
  return besideIt.exec(text)?.groups?.['other'] ?? null
}

/** One figure of what was asked for and one of what is named beside it; null where they are of no one column. */
export function setBeside(before: Request, change: Request): Changed | null {
  const [other, ...more] = change.filters
  if (
    other === undefined ||
    other.kind === 'any' ||
    more.length > 0 ||
    before.groups.length + before.subjects.length > 0
  )
    return null
  const filters = addFilter(before.filters, inSameYear(other, before.filters) as ColumnFilter, null)
  const merged = filters.flatMap((each) => groupOfChoice(each) ?? [])
  if (filters.length > before.filters.length || merged.length !== 1) return null
  return { request: { ...before, filters, groups: merged }, kept: keptOf(before, []) }
}

/** "what about the others": all that the one condition on values left out. */
function askOthers(before: Request): Changed | null {
  const named = before.filters.filter((filter) => filter.kind === 'values')
  const [only, ...others] = named
  if (only === undefined || others.length > 0) return null
  const filters = before.filters.map((each) => (each === only ? { ...only, isNegated: !only.isNegated } : each))
  return { request: { ...before, filters }, kept: keptOf(before, filters) }
}

/** Only rows that have what was split by, or without a split what was computed of. */
function leaveBlanksOut(before: Request): Changed | null {
  const split = [...before.groups, ...before.subjects].map(({ column }) => column)
  const columns = split.length > 0 ? split : before.figures.map(({ column }) => column)
  if (columns.length === 0) return null
  const present = columns.map((column): Filter => ({ kind: 'missing', column, isNegated: true }))
  const filters = [...before.filters, ...present]
  return { request: { ...before, filters }, kept: keptOf(before, filters) }
}

/** Times stay the whole; the other conditions become the part. */
function askShare(before: Request): Changed | null {
  if (isOfParts(before)) return askShares(before)
  const isPlain = before.analysis.kind === 'plain' && before.groups.length + before.subjects.length === 0
  const others = before.filters.filter((filter) => !isOfTime(filter))
  const part = others.length > 0 ? others : before.filters
  if (!isPlain || before.rank !== null || part.length === 0) return null
  const filters = before.filters.filter((filter) => !part.includes(filter))
  return { request: { ...before, filters, analysis: { kind: 'share', part } }, kept: keptOf(before, before.filters) }
}

/** A total or a number of rows, split by something. */
function isOfParts({ figures, groups, subjects, analysis, rank }: Request): boolean {
  const isWhole = figures.length < 2 && figures.every(({ aggregate }) => aggregate === 'sum' || aggregate === null)
  return isWhole && groups.length + subjects.length > 0 && analysis.kind === 'plain' && rank === null
}

function askShares(before: Request): Changed {
  const groups = [...before.subjects, ...before.groups]
  const request = { ...before, subjects: [], groups, analysis: { kind: 'share', part: [] } } as const
  return { request, kept: keptOf(before, before.filters) }
}

/** "and the year before": the same for the one stretch of time that was asked for, moved by so much. */
function moveInTime(text: string, before: Request): Changed | null {
  const { unit, other, side = '', lead = '' } = otherPeriod.exec(text)?.groups ?? {}
  const step = unit ?? other
  const times = before.filters.filter(isOfTime)
  const [time, ...more] = times
  if (step === undefined || time === undefined || more.length > 0 || time.kind === 'any') return null
  const moved = movedBy(time, step, /after|later|following|next/i.test(`${side}${lead}`) ? 1 : -1)
  if (moved === null) return null
  const others = before.filters.filter((each) => each !== time)
  return { request: { ...before, filters: [...others, moved] }, kept: keptOf(before, others) }
}

/** "only those over 1000": groups whose figure is so, where nothing else was compared. */
function keepGroups(text: string, before: Request): Changed | null {
  const [, words = '', number] =
    /^(?:(?:which|what)(?: ones?| of (?:them|those|these))?(?: is| are| was| were| had| have| has| got)? |those |the ones |ones )?(\D+?) (\d[\d,]*(?:\.\d+)?)$/i.exec(
      text,
    ) ?? []
  const comparison = own(comparisonWords, words.toLowerCase())
  const [figure, ...more] = before.figures
  const isGrouped = before.groups.length + before.subjects.length > 0 && before.analysis.kind === 'plain'
  const isOther = more.length > 0 || before.filters.some(({ kind }) => kind === 'compare')
  if (number === undefined || comparison === undefined || comparison === 'between' || !isGrouped || isOther) return null
  const operand = Number(number.replaceAll(',', ''))
  if (isYearNumber(operand) && timeComparisons.has(words.toLowerCase())) return null
  const having = [...before.having, { figure: figure ?? null, comparison, operands: [operand] }]
  return { request: { ...before, having }, kept: keptOf(before, before.filters) }
}

function keptOf({ figures, countsRows, groups, subjects }: Request, filters: readonly Filter[]): Changed['kept'] {
  return { figures, countsRows, groups: [...subjects, ...groups], filters }
}
