import { isUnfinished } from './is-unfinished.ts'
import { mayBe } from './may-be.ts'
import type { Phrase, Said } from './phrase.ts'
import { isNumeric, isTemporal, isText, isYearColumn, type Column } from '../columns/table-columns.ts'
import { isYearNumber } from '../columns/year-number.ts'

/** Phrases with what a condition leaves unsaid put in, and what it says twice taken out. */
export function completeConditions(phrases: readonly Phrase[], columns: readonly Column[]): Phrase[] {
  const isKept = (_: Phrase, index: number) =>
    !isLinkingOf(phrases, index) && !isRepeatedRange(phrases, index) && !isSaidTwice(phrases, index)
  const shorter = inOrder(phrases.filter(isKept))
  return shorter.flatMap((phrase, index) => {
    const said = { from: phrase.from, to: phrase.to }
    const time = shorter[index + 1]
    if (isInTime(shorter, index, columns)) return [{ ...said, ...comparisonOf(time) }]
    if (isInTime(shorter, index - 1, columns)) return [plainNumber(phrase)]
    if (isWholeOfShare(shorter, index)) return [phrase, { from: phrase.to, to: phrase.to, kind: 'verb', verb: 'has' }]
    if (isYearOf(shorter, index, columns)) return []
    const year = shorter[index - 1]
    if (year !== undefined && isYearOf(shorter, index - 1, columns))
      return [phrase, { ...said, kind: 'comparison', comparison: '=', isOfTime: false, quality: null }, year]
    if (isBeforeValue(shorter, index)) return [{ ...said, kind: 'structure', role: 'filter', isHaving: false }]
    if (isUnfinished(shorter, index, columns)) return [{ ...said, kind: 'without' }]
    if (isNamedRange(shorter, index, columns))
      return [{ ...said, kind: 'structure', role: 'filter', isHaving: false }, phrase]
    const comparison = impliedComparison(shorter, index, columns)
    if (comparison === null) return isVerbOfComparison(shorter, index, columns) ? [] : [phrase]
    return [{ ...comparison, from: phrase.from, to: phrase.from }, plainNumber(phrase)]
  })
}

/** "March 2022 or later": what compares comes first. */
function inOrder(phrases: readonly Phrase[]): readonly Phrase[] {
  const isTrailing = (index: number) =>
    phrases[index]?.kind === 'comparison' && phrases[index - 1]?.kind === 'periods' && isDone(phrases[index + 1])
  return phrases.map((phrase, index) => {
    if (isTrailing(index)) return phrases[index - 1] ?? phrase
    return isTrailing(index + 1) ? (phrases[index + 1] ?? phrase) : phrase
  })
}

function isDone(next: Phrase | undefined): boolean {
  return next?.kind !== 'number' && next?.kind !== 'periods' && next?.kind !== 'range'
}

/** "with a score of 0", "a population of more than 5": within a condition the "of" only links. */
function isLinkingOf(phrases: readonly Phrase[], index: number): boolean {
  const [column, phrase, next, after] = [phrases[index - 1], phrases[index], phrases[index + 1], phrases[index + 2]]
  if (phrase?.kind !== 'structure' || phrase.role !== 'measure' || column?.kind !== 'column') return false
  if (next?.kind === 'comparison') return true
  const isOperand = (next?.kind === 'number' || next?.kind === 'range') && after?.kind !== 'column'
  const isStructure = (each: Phrase, at: number) => each.kind === 'structure' && !isLinkingOf(phrases, at)
  const place = phrases.slice(0, index).findLast(isStructure)
  return isOperand && place?.kind === 'structure' && place.role === 'filter'
}

/** "the range of X (min to max)" says it twice. */
function isRepeatedRange(phrases: readonly Phrase[], index: number): boolean {
  const isEnd = (phrase: Phrase | undefined) =>
    phrase?.kind === 'aggregate' && (phrase.aggregate === 'min' || phrase.aggregate === 'max')
  const isPair = isEnd(phrases[index - 1]) || isEnd(phrases[index + 1])
  const isSaid = phrases.slice(0, index).some((each) => each.kind === 'aggregate' && each.aggregate === 'range')
  return isSaid && isPair && isEnd(phrases[index])
}

/** "hasn't been returned (no date)": the second negation tells of what; "not without" is none. */
function isSaidTwice(phrases: readonly Phrase[], index: number): boolean {
  const [phrase, next] = [phrases[index], phrases[index + 1]]
  return phrase?.kind === 'not' && next?.kind === 'without' && next.from - phrase.to > 1
}

/** "what share of phone bookings lasted over 5 nights": of those before their noun, how many fit what follows it. */
function isWholeOfShare(phrases: readonly Phrase[], index: number): boolean {
  const [noun, next] = [phrases[index], phrases[index + 1]]
  const [share, ...between] = phrases.slice(phrases.findIndex(isShare), index)
  const isNoun = noun?.kind === 'table' || noun?.kind === 'rows'
  if (!isNoun || share === undefined || !isShare(share) || between.length === 0) return false
  const isPart = next?.kind === 'column' || next?.kind === 'comparison' || next?.kind === 'open'
  return isPart && between.every(({ kind }) => kind === 'open') && !phrases.some(({ kind }) => kind === 'verb')
}

function isShare(phrase: Phrase): boolean {
  return phrase.kind === 'analysis' && phrase.analysis === 'share'
}

/** "members who joined in 2019": the time is one of that date, where nothing else is asked of it. */
function isInTime(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const [before, column, place, time] = phrases.slice(index - 2, index + 2)
  if (index < 2 || place?.kind !== 'structure' || place.role !== 'filter' || place.isHaving) return false
  const isSaidOf =
    before?.kind === 'table' || before?.kind === 'rows' || (before?.kind === 'listing' && before.word === 'who')
  const isTime = time?.kind === 'periods' || (time?.kind === 'number' && isYearNumber(time.value) && time.unit === null)
  return (
    isSaidOf && isTime && mayBe(column, columns, isTemporal) && !mayBe(column, columns, (each) => !isTemporal(each))
  )
}

/** "paid by Barcelona": nothing is split by a value. */
function isBeforeValue(phrases: readonly Phrase[], index: number): boolean {
  const [phrase, next] = [phrases[index], phrases[index + 1]]
  return phrase?.kind === 'structure' && phrase.role === 'group' && next?.kind === 'open' && isBy(phrase, next)
}

/** "by Barcelona", and not "each Barcelona", which is longer. */
function isBy({ from, to }: Phrase, next: Phrase): boolean {
  return to - from === 2 && next.from - to === 1
}

/** "the band 10 to 19", where bands are text: a condition on it, and on no other column. */
function isNamedRange(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  return (
    phrases[index + 1]?.kind === 'range' &&
    mayBe(phrases[index], columns, isText) &&
    !mayBe(phrases[index], columns, isNumeric)
  )
}

/** "the 2001 budget year": the year is one of that column. */
function isYearOf(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const [before, phrase, next] = [phrases[index - 1], phrases[index], phrases[index + 1]]
  if (phrase?.kind !== 'number' || phrase.comparison !== null || !isYearNumber(phrase.value)) return false
  const isFree = before?.kind !== 'comparison' && !mayBe(before, columns, isYearColumn)
  return isFree && mayBe(next, columns, isYearColumn) && !mayBe(next, columns, (column) => !isYearColumn(column))
}

/** "mark 80 or better" is "mark at least 80", "aged 30 to 40" is "age between 30 and 40". */
function impliedComparison(phrases: readonly Phrase[], index: number, columns: readonly Column[]): Said | null {
  const phrase = phrases[index]
  const isAfterVerb = isVerb(phrases[index - 1])
  const before = phrases[isAfterVerb ? index - 2 : index - 1]
  const isFree = isAfterVerb || phrases[index - 2]?.kind === 'verb'
  if (isFree && phrase !== undefined && times.has(phrase.kind) && mayBe(before, columns, isTemporal))
    return { kind: 'comparison', comparison: '=', isOfTime: true, quality: null }
  if (!mayBe(before, columns, isNumeric)) return null
  if (phrase?.kind === 'range') return { kind: 'comparison', comparison: 'between', isOfTime: true, quality: null }
  if (phrase?.kind !== 'number' || phrase.comparison === null) return null
  // "2022 or later" is a time.
  if (isYearNumber(phrase.value) && phrase.unit === null) return null
  return { kind: 'comparison', comparison: phrase.comparison, isOfTime: false, quality: null }
}

/** "the end date is 31 January 2015", "for how many is the end date 31 January 2015" */
const times: ReadonlySet<Phrase['kind']> = new Set(['periods', 'two-dates', 'relative'])

function isVerbOfComparison(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  return isVerb(phrases[index]) && impliedComparison(phrases, index + 1, columns) !== null
}

function isVerb(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'verb' && phrase.verb === 'is'
}

function comparisonOf(time: Phrase | undefined): Said {
  const comparison = time?.kind === 'number' ? (time.comparison ?? '=') : '='
  return { kind: 'comparison', comparison, isOfTime: comparison !== '=', quality: null }
}

/** What compares it was said before it. */
function plainNumber(phrase: Phrase): Phrase {
  return phrase.kind === 'number' ? { ...phrase, comparison: null } : phrase
}
