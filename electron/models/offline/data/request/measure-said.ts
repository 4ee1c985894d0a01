import type { Column } from '../columns/table-columns.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { RequestDraft, SaidAggregate } from './request-draft.ts'
import type { Neighbours } from './request-reading.ts'

/** A column that is asked for, and what was said to do with it. */
export type MeasureSaid = AskedOf & {
  readonly column: Column
  readonly said: ColumnPhrase
  readonly place: Neighbours
}

/** `isCounted`: "how many" stands right before it. `computed`: all else that was said to compute, by then. */
export type AskedOf = { readonly isCounted: boolean; readonly computed: readonly SaidAggregate[] }

/** What was said to do with the next column. */
export function askedOfNext({ aggregates, aggregatesAreFresh }: RequestDraft): AskedOf {
  return {
    isCounted: aggregatesAreFresh && aggregates.some(({ aggregate }) => aggregate === 'count'),
    computed: aggregates.filter(({ aggregate }) => aggregate !== 'count'),
  }
}
