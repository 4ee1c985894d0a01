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
  /** Whether only what went out counts, which is below zero: the most of it is the lowest. */
  isSpent: boolean
  /** Whether the rank's direction was turned already, for a column of which the oldest has the least. */
  isTurned: boolean
  /** The word that two things are ranked by: "who saw **more** patients" is most. */
  comparedBy: string | null
  isCorrelating: boolean
  /** Whether outliers are asked for, or left out. */
  outliers: 'wanted' | 'left-out' | null
  namesTable: boolean
  /** How many things were named when a rank was said: what follows it is what each has most of. */
  subjectsBeforeRank: number
  /** Whether many of them were named that may be counted: "strikes", and not "the harvest" or "donations". */
  namesMany: boolean
  /** "who": one of the people that a column names, where one does. */
  asksWho: boolean
  /** "the lowest mark, and who got it": who it was is told of the row. */
  tellsWho: boolean
  /** Whether the rows are counted, or shown, where nothing else is asked of them: "strikes by state". */
  countsNamed: boolean
  /** Whether what is not said may have been said in the question before. */
  goesOn: boolean
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
      details: [],
      isListing: false,
      isDistinct: false,
      mentionsRows: false,
      isUnasked: false,
      asksWhen: false,
      chart: null,
    },
    mode: 'measure',
    isHaving: false,
    aggregates: [],
    aggregatesAreFresh: false,
    limit: null,
    isComparing: false,
    isSpent: false,
    isTurned: false,
    comparedBy: null,
    isCorrelating: false,
    outliers: null,
    namesTable: false,
    namesMany: false,
    subjectsBeforeRank: 0,
    asksWho: false,
    tellsWho: false,
    countsNamed: false,
    goesOn: false,
    isSplit: false,
    saidAt: new Map(),
  }
}

/** Whether something is listed, ranked or counted, and not drawn or compared as it is. */
export function asksForValues({ request, isComparing, isCorrelating, outliers }: RequestDraft): boolean {
  return request.chart === null && !isComparing && !isCorrelating && outliers === null
}

/** Whether a column behind "in" is what the question is about: "outliers in price", "duplicates in name". */
export function isAboutColumn({ request, outliers }: RequestDraft): boolean {
  return outliers !== null || request.isDistinct || request.analysis.kind === 'duplicates'
}

/** `groups` are split by; `subjects` are what is asked for. */
export function addGroup({ request }: RequestDraft, part: 'groups' | 'subjects', group: Group): void {
  request[part] = [...request[part], group]
}

/** "which region", "different cuts": what the question is about. */
export function addSubject(column: Column, draft: RequestDraft): void {
  addGroup(draft, 'subjects', plainGroup(column))
}

export function plainGroup(column: Column): Group {
  return { column, unit: null, width: null }
}

export function plainFigure(aggregate: Aggregate | null, column: Column): Figure {
  return { aggregate, column, percent: null, other: null }
}

/** What was said to be computed, of a column. */
export function figureOf({ aggregate, percent }: Pick<SaidAggregate, 'aggregate' | 'percent'>, column: Column): Figure {
  return { aggregate, column, percent, other: null }
}
