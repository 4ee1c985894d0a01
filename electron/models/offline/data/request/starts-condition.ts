import { participleEnding } from '../../grammar/carrying-verbs.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isText, isYearColumn, type Column } from '../columns/table-columns.ts'
import { isYearNumber } from '../columns/year-number.ts'
import { beginsCondition, isOfNextColumn } from './begins-condition.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'

/** Whether a column is the one that words before it compare: "over 100 horsepower"; its condition then starts with it. */
export function startsAwaited(said: ColumnPhrase, { rest }: Neighbours, reading: RequestReading): boolean {
  const { begun } = reading
  if (!begun.wantsColumn && !(begun.comparesNext && isOfNextColumn([said, ...rest]))) return false
  start(said, reading)
  return true
}

/** Whether a column is one that words behind it say something of: "amount over 100"; a condition then starts with it. */
export function startsCondition(said: ColumnPhrase, { rest }: Neighbours, reading: RequestReading): boolean {
  const begins = beginsCondition(said, rest, reading)
  if (begins !== 'no') start(said, reading, begins === 'text' ? isText : undefined)
  else if (isYearOfEvent(said, rest, reading)) start(said, reading, isYearColumn)
  else return false
  return true
}

function start(said: ColumnPhrase, { notes, conditions }: RequestReading, prefer?: (column: Column) => boolean): void {
  const column = notes.choose(said, prefer)
  if (column !== null) conditions.startWith(column)
}

/** "planted from 1980 to 1989", where `planted_year` tells when. */
function isYearOfEvent(
  { words: [word = '', ...more] }: ColumnPhrase,
  rest: Neighbours['rest'],
  { draft, notes }: RequestReading,
): boolean {
  const next = rest[0]?.kind === 'structure' ? rest[1] : rest[0]
  const isTimed =
    next?.kind === 'periods' ||
    next?.kind === 'range' ||
    (next?.kind === 'part' && next.part === 'year') ||
    (next?.kind === 'number' && isYearNumber(next.value))
  if (more.length > 0 || !isTimed || draft.mode === 'group' || !participleEnding.test(word)) return false
  const found = matchColumns([word], notes.columns)?.columns ?? []
  return found.length === 1 && found.every(isYearColumn)
}
