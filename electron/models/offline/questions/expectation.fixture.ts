import { z } from '../../../../shared/schema.ts'

/**
 * What a question asks for, written as a computation over the raw rows. The README beside this file shows each form.
 * Nothing here knows how the analyst works: an expectation says what is true of the data.
 */

const scalar = z.union([z.string(), z.number()])

/** `["Origin", "is", "Japan"]`, `["date", "in year", 2014]`, `["Director", "is missing"]`. */
const condition = z.union([
  z.tuple([z.string(), z.enum(['is missing', 'is present'])]),
  z.tuple([
    z.string(),
    z.enum(['is', 'is not', '>', '>=', '<', '<=', 'contains', 'in year', 'in month', 'on', 'before', 'after', 'from']),
    scalar,
  ]),
  z.tuple([z.string(), z.enum(['between', 'not between', 'from to']), z.tuple([scalar, scalar])]),
  z.tuple([z.string(), z.enum(['is one of', 'is none of', 'in years']), z.array(scalar)]),
])
export type Condition = z.infer<typeof condition>

export const periodUnits = ['year', 'quarter', 'month', 'week', 'day', 'month of year', 'weekday'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** A column, or the period a date falls into: `{ "month": "date" }`. */
const group = z.union([z.string(), z.partialRecord(z.enum(periodUnits), z.string())])
export type Group = z.infer<typeof group>

const plainFigure = z.union([
  z.literal('rows'),
  z.strictObject({ count: z.string() }),
  z.strictObject({ distinct: z.string() }),
  z.strictObject({ missing: z.string() }),
  z.strictObject({ sum: z.string() }),
  z.strictObject({ mean: z.string() }),
  z.strictObject({ median: z.string() }),
  z.strictObject({ min: z.string() }),
  z.strictObject({ max: z.string() }),
  z.strictObject({ deviation: z.string() }),
  z.strictObject({ percentile: z.tuple([z.string(), z.number()]) }),
  z.strictObject({ correlation: z.tuple([z.string(), z.string()]) }),
  /** Rows beyond the first of each kind, or the kinds, or all of their rows: each is a fair reading. */
  z.strictObject({ duplicates: z.union([z.literal('whole rows'), z.array(z.string())]) }),
  /** Beyond 1.5 interquartile ranges, or beyond 3 standard deviations. */
  z.strictObject({ outliers: z.string() }),
  z.strictObject({ earliest: z.string() }),
  z.strictObject({ latest: z.string() }),
  z.strictObject({ spread: z.string() }),
])
export type PlainFigure = z.infer<typeof plainFigure>

const figure = z.union([
  plainFigure,
  /** The part of a figure that the rows with these conditions have. */
  z.strictObject({ share: plainFigure, where: z.array(condition) }),
  /** Each group's part of the whole. */
  z.strictObject({ shareOfTotal: plainFigure }),
  /** The difference or the growth. */
  z.strictObject({ change: plainFigure, from: z.array(condition), to: z.array(condition) }),
  /** For each period, the difference or the growth against the one before. */
  z.strictObject({ changeFromPrevious: plainFigure }),
])
export type Figure = z.infer<typeof figure>

const computation = z.strictObject({
  /** The file by its name in the workspace; the first of the data set when left out. */
  in: z.string().optional(),
  /** Many rows of `in` to one row of another file. */
  join: z.strictObject({ with: z.string(), on: z.tuple([z.string(), z.string()]) }).optional(),
  where: z.array(condition).optional(),
  by: z.array(group).optional(),
  figure: z.union([figure, z.array(figure)]).optional(),
  /** How many of the groups, the highest or the lowest figure first. */
  highest: z.number().int().optional(),
  lowest: z.number().int().optional(),
  /** The names of the groups whose figure is so. */
  having: z.tuple([z.enum(['>', '>=', '<', '<=']), z.number()]).optional(),
  /** Which place this group has, the highest figure being first. */
  rankOf: z.string().optional(),
  /** The different values of a column in the rows. */
  list: z.string().optional(),
})
export type Computation = z.infer<typeof computation>

const chartExpectation = z.strictObject({
  /** Any of these kinds is a fair choice. */
  chart: z.array(z.string()).min(1),
  /** Columns of the file that the chart's query must name. */
  fields: z.array(z.string()).min(1),
  data: computation.optional(),
})

const answer = z.union([computation, chartExpectation])

/** Two readings are equally good: each of these words is offered as a choice, or named. */
const open = z.strictObject({ open: z.array(z.string()).min(2) })

export const expectation = z.union([
  z.strictObject({ refused: z.literal(true) }),
  open,
  z.strictObject({ anyOf: z.array(z.union([answer, open])).min(2) }),
  answer,
])
export type Expectation = z.infer<typeof expectation>
