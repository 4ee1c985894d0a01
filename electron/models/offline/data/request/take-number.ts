import { isYearNumber } from '../columns/year-number.ts'
import type { NumberSaid, Phrase } from '../words/phrase.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { isIdentifier, isNamedForTime, isNumbered, isNumeric, isYearColumn } from '../columns/table-columns.ts'

/** A number: of a condition, the limit of a rank, or a year. */
export function takeNumber(said: NumberSaid & Phrase, { before, rest }: Neighbours, reading: RequestReading): void {
  const { draft, notes, begun, conditions, dates, collected } = reading
  const { request, mode } = draft
  const [next] = rest
  if (begun.isWaiting || collected.goesOn) return conditions.addNumber(said)
  const isBesideRank = before?.kind === 'rank' || next?.kind === 'rank'
  const isRanked =
    isBesideRank ||
    (request.rank?.limit === null && mode !== 'filter' && !(isYearNumber(said.value) && before !== null))
  const isYear = isYearNumber(said.value) && said.unit === null && !isRanked
  const isFigure =
    next?.kind === 'column' &&
    (mode === 'filter' || said.comparison !== null || isNumberOf(next, { before, rest }, reading))
  if (isFigure && !isYear) {
    conditions.compare({ comparison: said.comparison ?? '=', isOfTime: false, quality: null, from: said.from })
    return conditions.addNumber({ ...said, comparison: null })
  }
  if (isYear) return dates.addDatePart('year', { operands: [said.value], comparison: said.comparison ?? '=' })
  // "gifts of 500 or more": of the column that such a number can be of.
  if (said.comparison !== null && request.rank === null) {
    conditions.compare({ comparison: said.comparison, isOfTime: false, quality: null, from: said.from })
    return conditions.addNumber({ ...said, comparison: null })
  }
  const isCount = Number.isInteger(said.value) && said.value >= 1 && said.value <= 1000
  if (!isCount || said.unit !== null || said.comparison !== null || draft.limit !== null)
    notes.unexplained(String(said.value))
  else if (request.rank?.limit === null) request.rank = { ...request.rank, limit: said.value }
  else draft.limit = said.value
}

/** "how many have 4 cylinders", "average weight of 4-cylinder cars", "needed 3 attempts": the number is one of that column. */
function isNumberOf(said: ColumnPhrase, { before, rest }: Neighbours, { draft, notes }: RequestReading): boolean {
  const { aggregatesAreFresh, aggregates, request } = draft
  const column = notes.peek(said)
  if (column === null || !isNumeric(column)) return false
  if (before?.kind === 'verb' && before.verb === 'has') return true
  if (aggregatesAreFresh && request.countsRows && request.rank === null) return true
  // "which 3 rooms", "the 3 guests with the highest tip": so many of them.
  const isLimit = before?.kind === 'listing' || rest.some(({ kind }) => kind === 'rank')
  const isComputed = aggregatesAreFresh && aggregates.some(({ aggregate }) => aggregate !== 'count')
  const isThing = isNumbered(column) || isIdentifier(column) || isNamedForTime(column) || isYearColumn(column)
  return !isLimit && !isComputed && !isThing
}
