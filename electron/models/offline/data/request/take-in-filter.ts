import type { ColumnPhrase } from './reading-notes.ts'
import { repeatsFigure } from './repeats-figure.ts'
import { isAboutColumn } from './request-draft.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { takeMeasure } from './take-measure.ts'
import { takePresence } from './take-presence.ts'

/** "movies with a budget": that there is one. "total amount with discount" is a condition that was not finished. */
export function takeInFilter(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes } = reading
  if (draft.isHaving) return takePresence(said, reading)
  if (repeatsFigure(said, reading)) return
  const { figures, countsRows } = draft.request
  if ((figures.length > 0 || countsRows) && !isAboutColumn(draft)) notes.unexplained(said.words.join(' '))
  else takeMeasure(said, place, reading)
}
