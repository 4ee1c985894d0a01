import { isYearNumber } from '../columns/year-number.ts'
import { identifierWords } from '../../grammar/additive.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import {
  isFigure,
  isIdentifier,
  isNamedForTime,
  isNumberOfRow,
  isNumeric,
  isTemporal,
  isText,
  isYearColumn,
} from '../columns/table-columns.ts'

/**
 * Whether a column is what a condition is about: "amount over 100", "where region is …". `text`: of several columns it
 * may name, the one of text, since a value follows.
 */
export function beginsCondition(
  said: ColumnPhrase,
  rest: readonly Phrase[],
  reading: RequestReading,
): 'no' | 'text' | 'yes' {
  if (isFollowedByValue(said, rest, reading)) return 'text'
  const { mode } = reading.draft
  const next = nextOf(rest, mode)
  const isBound = next?.kind === 'comparison' && next.comparison !== '='
  if (isBound && next.comparison !== 'between' && namesItsRows(said, reading)) return 'no'
  if (isBound && namesByNumber(said, reading)) return 'no'
  const isPlaced = mode === 'filter' && isOperand(next) && !isBesideYear(said, rest, reading)
  return isPlaced || isCompared(said, rest, reading) || isFollowedByNumber(said, rest, reading) ? 'yes' : 'no'
}

/** "jobs over 5 hours", where `job` numbers the rows: the jobs are what is counted. */
export function namesItsRows({ words }: ColumnPhrase, { notes }: RequestReading): boolean {
  const [word = '', ...more] = words
  const [column, ...others] = matchColumns(words, notes.columns)?.columns ?? []
  const isMany = more.length === 0 && normalWord(word) !== word.toLowerCase()
  const isOfYears = column !== undefined && (isNamedForTime(column) || isYearColumn(column))
  return isMany && column !== undefined && others.length === 0 && !isOfYears && isNumberOfRow(column, notes.rows)
}

/** "runners over 40", where `runner_no` tells who ran: the number is not compared with the one of the runner. */
export function namesByNumber({ words, isExact }: ColumnPhrase, { notes }: RequestReading): boolean {
  const [column, ...others] = matchColumns(words, notes.columns)?.columns ?? []
  if (column === undefined || others.length > 0 || isExact || !isNumeric(column) || !isIdentifier(column)) return false
  const said = words.map(normalWord)
  return said.length < wordsOfName(column.name).length && !said.some((word) => identifierWords.has(word))
}

/** The first phrase that says something of the column before it: not "is", "not", and "in" where a condition is read. */
export function nextOf(rest: readonly Phrase[], mode: RequestDraft['mode']): Phrase | undefined {
  return rest.find((phrase) => !isFiller(phrase, mode))
}

function isFiller(phrase: Phrase, mode: RequestDraft['mode']): boolean {
  if (phrase.kind === 'not' || phrase.kind === 'occasion') return true
  if (phrase.kind === 'verb') return phrase.verb === 'is'
  if (phrase.kind === 'structure' && phrase.role === 'measure') return mode === 'filter'
  return phrase.kind === 'structure' && phrase.role === 'filter' && mode === 'filter'
}

function isOperand(phrase: Phrase | undefined): boolean {
  const kinds: readonly Phrase['kind'][] = [
    'open',
    'number',
    'range',
    'periods',
    'part',
    'relative',
    'two-dates',
    'truth',
  ]
  return phrase !== undefined && kinds.includes(phrase.kind)
}

/** "of all sites except Duluth": what follows is a value of this column. */
function isFollowedByValue(
  said: ColumnPhrase,
  rest: readonly Phrase[],
  { draft, notes, conditions }: RequestReading,
): boolean {
  const [place] = rest
  // "destinations from ABQ": it is where they are reached from.
  if (place?.kind === 'structure' && /^from$/i.test(notes.wordsOf(place))) return false
  const next = nextOf(rest, 'filter')
  const column = notes.peek(said, isText)
  if (draft.mode === 'group' || next?.kind !== 'open' || column === null || !isText(column)) return false
  // Before a lookup a name of several columns is taken for the one of text.
  if (!conditions.values.isLookedUp) return notes.peek(said) === null
  return conditions.values.isValueOf(next, column)
}

/** "share in net generation in 2017": beside dates a year is never a value of another column. */
function isBesideYear(said: ColumnPhrase, [between, year]: readonly Phrase[], { notes }: RequestReading): boolean {
  const isApart = between?.kind === 'structure' && between.role === 'filter'
  const isYear = year?.kind === 'periods' || (year?.kind === 'number' && isYearNumber(year.value) && year.unit === null)
  const column = notes.peek(said)
  if (!isApart || !isYear || column === null || !isFigure(column) || isNamedForTime(column)) return false
  return notes.columns.some(isTemporal) || notes.numberedYear !== null
}

/** "amount over 100", but not "amount since 2024": what is of time belongs to a date. */
function isCompared(said: ColumnPhrase, rest: readonly Phrase[], reading: RequestReading): boolean {
  const { draft, notes } = reading
  const next = nextOf(rest, draft.mode)
  if (next?.kind === 'match' || next?.kind === 'average') return true
  if (next?.kind === 'missing') return isMissing(rest[rest.indexOf(next) + 1], draft)
  if (next?.kind !== 'comparison') return false
  const operand = rest[rest.indexOf(next) + 1]
  if (isOfNextColumn(rest.slice(rest.indexOf(next) + 1))) return false
  const column = notes.peek(said)
  if (column !== null && isText(column) && next.comparison !== '=') return false
  if (next.comparison === 'between' && !isTime(operand)) return !isBetweenYears(said, operand, reading)
  if (!next.isOfTime) return true
  return (
    matchColumns(
      said.words,
      notes.columns.filter((each) => isTemporal(each) || isYearColumn(each)),
    ) !== null
  )
}

/** "average fee over the age of 50", "between age 20 and 30": what compares belongs to the column behind it. */
export function isOfNextColumn([column, ...rest]: readonly Phrase[]): boolean {
  const [first, second] = rest
  const operand = first?.kind === 'structure' && first.role === 'measure' ? second : first
  return column?.kind === 'column' && (operand?.kind === 'number' || operand?.kind === 'range')
}

/** "how often is the speed missing", but not "how many products are missing a price". */
function isMissing(after: Phrase | undefined, { mode, aggregatesAreFresh, aggregates }: RequestDraft): boolean {
  if (!aggregatesAreFresh || mode === 'filter') return true
  return after?.kind !== 'column' && aggregates.every(({ aggregate }) => aggregate === 'count')
}

/** "average price between 2012 and 2014" is about years, unless prices are of that size. */
function isBetweenYears(said: ColumnPhrase, range: Phrase | undefined, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  const isOfYears = range?.kind === 'range' && isYearNumber(range.low) && isYearNumber(range.high)
  if (!isOfYears || draft.mode === 'filter' || column === null || !isFigure(column)) return false
  const year = notes.numberedYear
  if (!notes.columns.some(isTemporal) && year === null) return false
  const isWithinYears = year !== null && Number(year.min) <= range.low && Number(year.max) >= range.high
  return isWithinYears || !(Number(column.min) <= range.high && Number(column.max) >= range.low)
}

/** "the population of cluster 3": a number right behind a column, where what is computed was said. */
function isFollowedByNumber(
  said: ColumnPhrase,
  [next, after]: readonly Phrase[],
  { draft, notes }: RequestReading,
): boolean {
  const { mode, aggregatesAreFresh, aggregates, request } = draft
  if (mode === 'group' || next?.kind !== 'number' || request.rank !== null) return false
  const isComputed = aggregatesAreFresh && aggregates.some(({ aggregate }) => aggregate !== 'count')
  const column = notes.peek(said)
  if (isComputed || column === null || !isNumeric(column)) return false
  // "who has locker 27", but not "horsepower: 5 highest".
  const isSaid =
    request.figures.length > 0 || request.countsRows || (after?.kind !== 'rank' && after?.kind !== 'column')
  return isSaid && (!isYearNumber(next.value) || isYearColumn(column))
}

function isTime(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'periods' || phrase?.kind === 'part' || phrase?.kind === 'two-dates'
}
