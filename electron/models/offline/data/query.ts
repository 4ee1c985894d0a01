import type { Aggregate } from '../grammar/aggregates.ts'
import type { Problem } from './request.ts'
import type { Column } from './table-columns.ts'

/** One figure of the result: the column it stands in, and what it is. */
export type FigureColumn = { readonly label: string; readonly aggregate: Aggregate; readonly column: Column | null }

export type Query = {
  readonly sql: string
  readonly shape: 'single' | 'grouped' | 'ranked' | 'rows' | 'values'
  readonly groups: readonly string[]
  readonly figures: readonly FigureColumn[]
  /** How many were asked for, of a rank. */
  readonly limit: number | null
  readonly isByTime: boolean
  readonly assumptions: readonly string[]
}

export type Written =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'problem'; readonly problem: Problem }

export function unclear(sentence: string): Written {
  return { kind: 'problem', problem: { kind: 'unclear', sentence } }
}
