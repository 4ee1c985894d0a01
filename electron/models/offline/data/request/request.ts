import type { Aggregate } from '../../grammar/aggregates.ts'
import type { ChartKind } from '../../../../../shared/chart-kinds.ts'
import type { Comparison } from '../../grammar/comparisons.ts'
import type { TextMatch } from '../../grammar/text-matches.ts'
import type { Direction } from '../../grammar/ranks.ts'
import type { TimeUnit } from '../../grammar/time-words.ts'
import type { Column } from '../columns/table-columns.ts'

/** What a question asks of one table, every word of it accounted for. Plain data: it may be merged and kept. */
export type Request = {
  /** What is computed, in the order asked. */
  readonly figures: readonly Figure[]
  /** Whether rows are counted. */
  readonly countsRows: boolean
  readonly groups: readonly Group[]
  /** Columns named without a part: what "which region …" or "top products" are about. */
  readonly subjects: readonly Group[]
  readonly filters: readonly Filter[]
  /** Conditions on what is computed of each group: "regions with more than 10 orders". */
  readonly having: readonly GroupCondition[]
  readonly rank: Rank | null
  readonly analysis: Analysis
  /** What is told of the rows that a rank finds: "the longest wait, and which doctor". */
  readonly details: readonly Column[]
  readonly isListing: boolean
  readonly isDistinct: boolean
  readonly mentionsRows: boolean
  /** The rows are shown because nothing was asked of them, not even by what they are called. */
  readonly isUnasked: boolean
  /** "… and when": the date of what is found is wanted too. */
  readonly asksWhen: boolean
  readonly chart: { readonly kind: ChartKind | null } | null
}

/** One figure. A null aggregate was not said. */
export type Figure = {
  readonly aggregate: Aggregate | null
  readonly column: Column
  /** Which percentile, from 0 to 100. Null for every other aggregate. */
  readonly percent: number | null
  /** The second column of a correlation. Null for every other aggregate. */
  readonly other: Column | null
}

/** `width` is that of numeric bins, `unit` that of time; at most one of them is set. */
export type Group = { readonly column: Column; readonly unit: TimeUnit | null; readonly width: number | null }

/** A null figure counts rows. */
export type GroupCondition = {
  readonly figure: Figure | null
  readonly comparison: Comparison
  readonly operands: readonly number[]
}

export type Rank = {
  readonly direction: Direction
  readonly word: string
  readonly limit: number | null
  /** Whether equals at the cut are dropped, because the question said so. */
  readonly dropsTies: boolean
}

/** What is told of the figures. */
export type Analysis =
  | { readonly kind: 'plain' }
  /** How much of the whole: of each group, or of the rows that fit `part` among those that fit the filters. */
  | { readonly kind: 'share'; readonly part: readonly Filter[] }
  /** From one period to the next, or between two periods or values. `isUnsigned`: which of both is more was not said. */
  | {
      readonly kind: 'change'
      readonly between: readonly [ColumnFilter, ColumnFilter] | null
      readonly isUnsigned: boolean
    }
  | { readonly kind: 'running-total' }
  /** One figure over a figure of each group: "average number of orders per customer". */
  | { readonly kind: 'of-groups'; readonly over: Aggregate; readonly percent: number | null }
  /** Rows that stand there more than once, or values of the subject that do. */
  | { readonly kind: 'duplicates' }
  /** Which place one value of the only group takes among all. */
  | { readonly kind: 'place' }
  /** How much is missing in every column. */
  | { readonly kind: 'missing' }

export type DatePart = 'year' | 'quarter' | 'month' | 'weekday'

/** A stretch of time: ISO dates, the first inside, the second not. `name` is how it is told. */
export type Period = { readonly from: string; readonly until: string; readonly name: string }

/** What rows count. `isNegated`: all others, those without a value included. */
export type Filter = ColumnFilter | { readonly kind: 'any'; readonly filters: readonly ColumnFilter[] }

export type ColumnFilter = { readonly column: Column; readonly isNegated: boolean } & (
  | { readonly kind: 'values'; readonly values: readonly string[] }
  /** Two operands for `between`; for `=` any of them; else one. */
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly operands: readonly number[] }
  | {
      readonly kind: 'part-of-date'
      readonly part: DatePart
      readonly comparison: Comparison
      readonly operands: readonly number[]
    }
  /** In any of these stretches; `>` and the like compare with the only one. */
  | {
      readonly kind: 'period'
      readonly comparison: Exclude<Comparison, 'between'>
      readonly periods: readonly Period[]
    }
  | { readonly kind: 'text'; readonly match: TextMatch; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'truth' }
  /** Above or below the average of all rows that fit the other filters. */
  | { readonly kind: 'average'; readonly comparison: '>' | '<' }
  /** Farther than 1.5 × the interquartile range from the quartiles (Tukey's fences). */
  | { readonly kind: 'outlier' }
)

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
  readonly unsettled: Unsettled | null
}

/** What is asked when the data does not tell what to compute of a column. `isOverTime`: no step in time was said. */
export type Unsettled = { readonly prompt: string; readonly choices: readonly string[]; readonly isOverTime: boolean }

/**
 * `unclear` asks back; `open` offers whole questions, each with one reading; `unexplained` names words that mean
 * nothing here; `nothing-asked` found nothing to compute.
 */
export type Problem =
  /** `wantsColumn`: words that may be values could have been meant for one. */
  | { readonly kind: 'unclear'; readonly sentence: string; readonly wantsColumn?: boolean }
  | { readonly kind: 'open'; readonly prompt: string; readonly choices: readonly string[] }
  | { readonly kind: 'unexplained'; readonly words: string }
  | { readonly kind: 'nothing-asked' }
