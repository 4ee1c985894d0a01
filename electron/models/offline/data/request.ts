import type { Aggregate } from '../grammar/aggregates.ts'
import type { ChartKind } from '../grammar/chart-kinds.ts'
import type { Comparison } from '../grammar/comparisons.ts'
import type { Direction } from '../grammar/ranks.ts'
import type { TimeUnit } from '../grammar/time-words.ts'
import type { Column } from './table-columns.ts'

/** What a question asks of one table, every word of it accounted for. */
export type Request = {
  /** What is computed, in the order asked. A null aggregate was not said. */
  readonly figures: readonly { readonly aggregate: Aggregate | null; readonly column: Column }[]
  /** Whether rows are counted. */
  readonly countsRows: boolean
  readonly groups: readonly Group[]
  /** Columns named without a part: what "which region …" or "top products" are about. */
  readonly subjects: readonly Group[]
  readonly filters: readonly Filter[]
  readonly rank: { readonly direction: Direction; readonly word: string; readonly limit: number | null } | null
  readonly isListing: boolean
  readonly isDistinct: boolean
  readonly mentionsRows: boolean
  readonly chart: { readonly kind: ChartKind | null } | null
}

export type Group = { readonly column: Column; readonly unit: TimeUnit | null }

export type DatePart = 'year' | 'quarter' | 'month'

export type Filter =
  | { readonly kind: 'values'; readonly column: Column; readonly values: readonly string[] }
  | {
      readonly kind: 'compare'
      readonly column: Column
      readonly comparison: Comparison
      /** Two for `between`; for `=` any of them; else one. Dates as ISO text. */
      readonly operands: readonly (number | string)[]
    }
  | {
      readonly kind: 'part-of-date'
      readonly column: Column
      readonly part: DatePart
      readonly comparison: Comparison
      readonly operands: readonly number[]
    }

/** A word that was found as a value, and where. */
export type ValueHit = { readonly column: string; readonly value: string }

/** Values found for open words, by the words in lower case. Null before anything was looked up. */
export type ValueLookup = ReadonlyMap<string, readonly ValueHit[]> | null

export type ReadRequest = {
  readonly request: Request
  /** Sentences for the person: what was not clear. The request is not to be used when there is one. */
  readonly problems: readonly Problem[]
  /** Choices made on the way, to be told with the answer. */
  readonly assumptions: readonly string[]
  /** How well its columns and values fit, to compare tables by. */
  readonly quality: number
}

/** `unclear` asks back; `unexplained` names words that mean nothing here; `nothing-asked` found nothing to compute. */
export type Problem =
  | { readonly kind: 'unclear'; readonly sentence: string }
  | { readonly kind: 'unexplained'; readonly words: string }
  | { readonly kind: 'nothing-asked' }
