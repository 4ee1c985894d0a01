import { isYearNumber } from '../columns/year-number.ts'
import type { NumberSaid, Phrase } from '../words/phrase.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { isNumeric } from '../columns/table-columns.ts'

/** A number: of a condition, the limit of a rank, or a year. */
export function takeNumber(said: NumberSaid & Phrase, { before, rest }: Neighbours, reading: RequestReading): void {
  const { draft, notes, conditions, collected } = reading
  const { request, mode } = draft
  const [next] = rest
  if (conditions.isWaiting || collected.goesOn) return conditions.addNumber(said)
  const isRanked = next?.kind === 'rank' || (request.rank !== null && request.rank.limit === null && mode !== 'filter')
  const isYear = isYearNumber(said.value) && said.unit === null && !isRanked
  const isHad = before?.kind === 'verb' && before.verb === 'has'
  const isCounted = draft.aggregatesAreFresh && request.countsRows && request.rank === null
  const isFigure =
    next?.kind === 'column' &&
    (mode === 'filter' || said.comparison !== null || ((isHad || isCounted) && isFigureNamed(next, notes)))
  if (isFigure && !isYear) {
    conditions.compare({ comparison: said.comparison ?? '=', isOfTime: false, quality: null })
    return conditions.addNumber({ ...said, comparison: null })
  }
  if (isYear) return conditions.addDatePart('year', { operands: [said.value], comparison: said.comparison ?? '=' })
  const isCount = Number.isInteger(said.value) && said.value >= 1 && said.value <= 1000
  if (!isCount || said.unit !== null || said.comparison !== null || draft.limit !== null)
    notes.unexplained(String(said.value))
  else if (request.rank?.limit === null) request.rank = { ...request.rank, limit: said.value }
  else draft.limit = said.value
}

/** "how many have 4 cylinders": the number is one of that column. */
function isFigureNamed(said: Phrase & { readonly kind: 'column' }, notes: ReadingNotes): boolean {
  const column = notes.peek(said)
  return column !== null && isNumeric(column)
}
