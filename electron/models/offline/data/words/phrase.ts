import type { Aggregate } from '../../grammar/aggregates.ts'
import type { ChartKind } from '../../../../../shared/chart-kinds.ts'
import type { Comparison } from '../../grammar/comparisons.ts'
import type { TextMatch } from '../../grammar/text-matches.ts'
import type { Quality } from '../../grammar/qualities.ts'
import type { Direction } from '../../grammar/ranks.ts'
import type { TimeUnit } from '../../grammar/time-words.ts'
import type { DatePart, Period } from '../request/request.ts'

/** Words that nothing knows yet. */
export type OpenPhrase = Phrase & { readonly kind: 'open' }

/** What a stretch of a question is, before its part in the whole is known. */
export type Phrase = Said & Span

/** Where it stands in the question, in characters. */
export type Span = { readonly from: number; readonly to: number }

export type Said =
  | { readonly kind: 'aggregate'; readonly aggregate: Aggregate; readonly percent: number | null }
  | { readonly kind: 'rank'; readonly direction: Direction; readonly word: string; readonly isCommon: boolean }
  | { readonly kind: 'ties'; readonly isDropping: boolean }
  | {
      readonly kind: 'analysis'
      readonly analysis: 'share' | 'change' | 'difference' | 'running-total' | 'place' | 'duplicates' | 'outlier'
    }
  /** `quality`: what "heavier" speaks of, where no column is named. */
  | {
      readonly kind: 'comparison'
      readonly comparison: Comparison
      readonly isOfTime: boolean
      readonly quality: Quality | null
    }
  | { readonly kind: 'average'; readonly comparison: '>' | '<' }
  | { readonly kind: 'match'; readonly match: TextMatch; readonly text: string }
  | { readonly kind: 'not' }
  | { readonly kind: 'without' }
  | { readonly kind: 'missing'; readonly isPresent: boolean }
  /** "that had one": some of what is computed. */
  | { readonly kind: 'had-some' }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** `isHaving`: "with a price" asks that there is one. */
  | { readonly kind: 'structure'; readonly role: 'group' | 'filter' | 'measure' | 'date'; readonly isHaving: boolean }
  | { readonly kind: 'chart'; readonly chart: ChartKind | null }
  | { readonly kind: 'time'; readonly unit: TimeUnit; readonly isAdverb: boolean }
  /** `ends`: the first and the last of a range, each in all its parts. */
  | {
      readonly kind: 'part'
      readonly part: DatePart
      readonly values: readonly number[]
      readonly ends: readonly [readonly number[], readonly number[]] | null
    }
  /** `ends`: the first and the last of a range, which is then the one period. */
  | { readonly kind: 'periods'; readonly periods: readonly Period[]; readonly ends: readonly [Period, Period] | null }
  | { readonly kind: 'relative'; readonly relative: Relative }
  /** A day that may be read in two ways: both, as ISO dates. */
  | { readonly kind: 'two-dates'; readonly dates: readonly [string, string] }
  | NumberSaid
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly unit: string | null }
  | { readonly kind: 'bins'; readonly width: number }
  /** `isExact`: in quotes it is that column and no other. */
  | { readonly kind: 'column'; readonly words: readonly string[]; readonly isExact: boolean }
  | { readonly kind: 'joint'; readonly word: 'and' | 'or' | 'nor' }
  | { readonly kind: 'distinct' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'listing'; readonly word: string }
  | { readonly kind: 'when' }
  /** The first or the last date of what fits: "when did it first go above 400". */
  | { readonly kind: 'occasion'; readonly aggregate: 'min' | 'max' }
  | { readonly kind: 'table' }
  /** A verb that parts "what share of A is B". */
  | { readonly kind: 'verb'; readonly verb: 'is' | 'has' }
  /** Words that may be a value of some column. Quoted ones stand together. */
  | { readonly kind: 'open'; readonly words: readonly string[]; readonly isQuoted: boolean }

/** `comparison` is what followed the number: "5 or more". */
export type NumberSaid = {
  readonly kind: 'number'
  readonly value: number
  readonly unit: string | null
  readonly comparison: Comparison | null
}

/** "last 3 months": counted from the newest date of the data. */
export type Relative = {
  readonly to: 'newest' | 'before-newest' | 'oldest'
  readonly count: number
  readonly unit: TimeUnit
  readonly words: string
}

/** Something read, and how many tokens it took. A null `said` means nothing. */
export type Read = { readonly said: Said | null; readonly length: number }

/** What one word says; null says nothing. */
export function one(said: Said | null): Read {
  return { said, length: 1 }
}
