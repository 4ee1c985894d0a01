import type { Comparison } from '../../grammar/comparisons.ts'
import type { Quality } from '../../grammar/qualities.ts'
import type { Column } from '../columns/table-columns.ts'

/** What was begun of a condition: it waits for what to compare with, for its column, or for nothing yet. */
export class BegunCondition {
  #waiting: Waiting | null = null
  #pending: Pending | null = null

  get isWaiting(): boolean {
    return this.#waiting !== null
  }

  /** The column that "over" or a value would be about. */
  get column(): Column | null {
    return this.#waiting?.column ?? null
  }

  /** Whether a column was said, and nothing of it yet. */
  get isBareColumn(): boolean {
    return this.#waiting?.column != null && this.#waiting.comparison === null
  }

  /** Whether "over" was said of no column yet, and of no number. */
  get comparesNext(): boolean {
    const { column, comparison, operands } = this.#waiting ?? waitingFor(null)
    return column === null && comparison !== null && operands.length === 0
  }

  /** Whether the next column belongs to a condition already begun. */
  get wantsColumn(): boolean {
    return this.#pending !== null
  }

  /** Whether "more than 10" waits for what is counted. */
  get waitsForCount(): boolean {
    return this.#pending?.kind === 'numbers'
  }

  /** Whether it compares with a bound: "8 cylinders" are of each row. */
  get waitsForBound(): boolean {
    return this.#pending?.kind === 'numbers' && this.#pending.comparison !== '='
  }

  /** The unit of the numbers that wait for their column, if they have one. */
  get unit(): string | null {
    return this.#pending?.kind === 'numbers' ? this.#pending.unit : null
  }

  waitFor(waiting: Waiting): void {
    this.#waiting = waiting
  }

  waitForColumn(pending: Pending): void {
    this.#pending = pending
  }

  takeWaiting(): Waiting | null {
    const waiting = this.#waiting
    this.#waiting = null
    return waiting
  }

  takePending(): Pending | null {
    const pending = this.#pending
    this.#pending = null
    return pending
  }
}

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
