import type { ChartKind } from '../../../../../shared/chart-kinds.ts'
import type { Problem } from '../request/request.ts'
import type { Column } from '../columns/table-columns.ts'

/** One figure of the result. */
export type FigureColumn = {
  /** The name of its column in the result. */
  readonly label: string
  readonly sql: string
  /** What stands before its value in a sentence, as Markdown: "a total *amount* of". */
  readonly words: string
  readonly format: 'number' | 'percent'
  /** What it is computed from; null when rows are counted. */
  readonly column: Column | null
}

export type Query = {
  readonly sql: string
  readonly shape: 'single' | 'grouped' | 'ranked' | 'rows' | 'values' | 'duplicates' | 'share' | 'points'
  readonly groups: readonly string[]
  readonly figures: readonly FigureColumn[]
  /** How many were asked for, of a rank. */
  readonly limit: number | null
  /** Whether rows stand in an order of their own, like time, and not by their figure. */
  readonly isOrdered: boolean
  /** Whether the first group is a time. */
  readonly isByTime: boolean
  /** What is told of the row that comes first, besides its name. */
  readonly told: readonly Column[]
  /** What rows in order are ordered by. */
  readonly orderedBy: Column | null
  /** The part of a share in words: " where …". */
  readonly part: string | null
  /** Of values drawn as they are. Others are drawn by their groups and figures. */
  readonly drawing: Drawing | null
  readonly assumptions: readonly string[]
}

/** What goes where, by column names of the result. */
export type Drawing = {
  readonly kind: ChartKind
  readonly x: string
  readonly y: string | null
  readonly series: string | null
}

export type Written =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'problem'; readonly problem: Problem }

export function written(query: Pick<Query, 'sql' | 'shape'> & { readonly [Key in keyof Query]?: Query[Key] }): Written {
  return { kind: 'query', query: { ...plainQuery, ...query } }
}

const plainQuery = {
  groups: [],
  figures: [],
  limit: null,
  isOrdered: false,
  isByTime: false,
  orderedBy: null,
  told: [],
  part: null,
  drawing: null,
  assumptions: [],
}

export function unclear(sentence: string): Written {
  return { kind: 'problem', problem: { kind: 'unclear', sentence } }
}
