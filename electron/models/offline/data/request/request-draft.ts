import type { Aggregate } from '../../grammar/aggregates.ts'
import type { Span } from '../words/phrase.ts'
import type { Figure, Group, Request } from './request.ts'
import type { Column } from '../columns/table-columns.ts'

/** A request while it is read, and what its words left open so far. */
export type RequestDraft = {
  readonly request: { -readonly [Key in keyof Request]: Request[Key] }
  /** What the next column is, after the last structure word. */
  mode: 'measure' | 'group' | 'filter' | 'date'
  /** "with a price": a column by itself asks that it is there. */
  isHaving: boolean
  aggregates: readonly SaidAggregate[]
  /** Whether no column followed the aggregates yet. */
  aggregatesAreFresh: boolean
  /** A number that may be a rank's limit: "the 5 largest". */
  limit: number | null
  isComparing: boolean
  isCorrelating: boolean
  /** Whether outliers are asked for, or left out. */
  outliers: 'wanted' | 'left-out' | null
  namesTable: boolean
  /** "who": one of the people that a column names, where one does. */
  asksWho: boolean
  /** Whether what the table is named after is counted where nothing else is asked: "strikes by state". */
  countsNamed: boolean
  /** Whether "by" or the like was said. */
  isSplit: boolean
  /** Where in the question the column of a figure stands. */
  readonly saidAt: Map<Figure, Span>
}

/** `isApart`: "and" stands between it and the aggregate before. "average number" is one figure of another. */
export type SaidAggregate = {
  readonly aggregate: Aggregate
  readonly percent: number | null
  readonly isApart: boolean
}

export function emptyDraft(): RequestDraft {
  return {
    request: {
      figures: [],
      countsRows: false,
      groups: [],
      subjects: [],
      filters: [],
      having: [],
      rank: null,
      analysis: { kind: 'plain' },
      isListing: false,
      isDistinct: false,
      mentionsRows: false,
      asksWhen: false,
      chart: null,
    },
    mode: 'measure',
    isHaving: false,
    aggregates: [],
    aggregatesAreFresh: false,
    limit: null,
    isComparing: false,
    isCorrelating: false,
    outliers: null,
    namesTable: false,
    asksWho: false,
    countsNamed: false,
    isSplit: false,
    saidAt: new Map(),
  }
}

export function plainGroup(column: Column): Group {
  return { column, unit: null, width: null }
}

export function plainFigure(aggregate: Aggregate | null, column: Column): Figure {
  return { aggregate, column, percent: null, other: null }
}
