import type { Phrase } from '../words/phrase.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import { figureOf } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import { isFigure } from '../columns/table-columns.ts'

/** "regions with a total amount over 100": of each region, since regions are what is asked for. */
export function isGroupCondition(
  said: ColumnPhrase,
  next: Phrase | undefined,
  { draft, notes }: RequestReading,
): boolean {
  const { aggregatesAreFresh, request } = draft
  const isOfGroups = request.subjects.length > 0 && request.figures.length === 0
  return aggregatesAreFresh && isOfGroups && next?.kind === 'comparison' && notes.peek(said) !== null
}

export function startGroupCondition(said: ColumnPhrase, { draft, notes, conditions }: RequestReading): void {
  const [first, ...more] = draft.aggregates
  const column = notes.choose(said, isFigure)
  draft.aggregatesAreFresh = false
  if (column === null || first === undefined) return
  if (more.length > 0) return notes.unclear('A condition on one figure at a time, please.')
  if (first.aggregate === 'count') draft.request.countsRows = false
  conditions.startWithFigure(figureOf(first, column))
}
