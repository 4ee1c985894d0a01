import type { Comparison } from '../../grammar/comparisons.ts'
import type { Quality } from '../../grammar/qualities.ts'
import type { Column } from '../columns/table-columns.ts'

/** A condition that still waits for what to compare with. */
export type Waiting = {
  readonly column: Column | null
  readonly comparison: Comparison | null
  /** Whether a bare year is a date here: "since 2024", not "over 2000". */
  readonly isOfTime: boolean
  readonly operands: readonly number[]
  /** What is compared where no column is named. */
  readonly quality: Quality | null
  /** What the question says before its comparison. */
  readonly after: string
}

/** A condition that waits for its column: "missing price", "above average price", "over 100 horsepower". */
export type Pending =
  /** `isWritten`: the word itself was said, so that 0 is a value like others. */
  | { readonly kind: 'missing'; readonly isPresent: boolean; readonly isWritten: boolean }
  | { readonly kind: 'average'; readonly comparison: '>' | '<' }
  | PendingNumbers

export type PendingNumbers = {
  readonly kind: 'numbers'
  readonly comparison: Comparison
  readonly operands: readonly number[]
  readonly unit: string | null
  /** Taken when no column follows: "at least 5 and less than 10". */
  readonly fallback: Column | null
  /** What the question says before its comparison. */
  readonly after: string
}

/** A condition on a column, of which nothing else was said yet. */
export function waitingFor(column: Column | null): Waiting {
  return { column, comparison: null, isOfTime: false, operands: [], quality: null, after: '' }
}

/** What was said of a condition that never found its column. */
export function pendingWords(pending: Pending): string {
  if (pending.kind === 'numbers') return pending.operands.join(' ')
  return pending.kind === 'missing' ? 'missing' : 'average'
}
