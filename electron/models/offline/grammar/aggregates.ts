/** What can be computed from a column, or (`count`) from rows. */
export type Aggregate =
  /** The one value there is. Never said in words. */
  | 'value'
  | 'count'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'median'
  | 'percentile'
  | 'stddev'
  | 'variance'
  | 'range'
  | 'correlation'

/** Words that ask for an aggregate. Longer phrases win. Add a synonym here and a question to the tests. */
export const aggregateWords: Readonly<Record<string, Aggregate>> = {
  'how many': 'count',
  'how often': 'count',
  'how many times': 'count',
  'total number of': 'count',
  'total count of': 'count',
  'number of': 'count',
  'count of': 'count',
  count: 'count',
  'how much': 'sum',
  'sum of': 'sum',
  sum: 'sum',
  total: 'sum',
  totals: 'sum',
  combined: 'sum',
  'sum up': 'sum',
  'add up': 'sum',
  average: 'avg',
  averages: 'avg',
  mean: 'avg',
  avg: 'avg',
  'on average': 'avg',
  typical: 'median',
  median: 'median',
  medians: 'median',
  minimum: 'min',
  min: 'min',
  smallest: 'min',
  maximum: 'max',
  max: 'max',
  percentile: 'percentile',
  'standard deviation': 'stddev',
  'std dev': 'stddev',
  // Alone it may be a state.
  'sd of': 'stddev',
  'std deviation': 'stddev',
  stddev: 'stddev',
  std: 'stddev',
  variance: 'variance',
  range: 'range',
  'range of': 'range',
  spread: 'range',
  'spread of': 'range',
  'max - min': 'range',
  'max minus min': 'range',
  'maximum - minimum': 'range',
  'maximum minus minimum': 'range',
  correlation: 'correlation',
  'correlation between': 'correlation',
  'correlation of': 'correlation',
  correlate: 'correlation',
  correlates: 'correlation',
  correlated: 'correlation',
  'relationship between': 'correlation',
  'relation between': 'correlation',
  'depend on': 'correlation',
  'depends on': 'correlation',
  'related to': 'correlation',
}

/** Anywhere in a question: it is about all there is of something, and not of a part of it. */
export const asksForAll =
  /\b(?:total|totals|altogether|overall|together|in all|all told|how much|(?:come|comes|came) to|adds? up|added up)\b/i

/** It asks how often, and not how much: "how often did it rain". */
export const asksHowOften = /\bhow (?:often|many times)\b/i

/** A column called so tells itself how often: `times_requested`. */
export const namedHowOften = /^times/i

/** Percentiles that have a name of their own, in percent. */
export const namedPercentiles: Readonly<Record<string, number>> = {
  'upper quartile': 75,
  'third quartile': 75,
  '3rd quartile': 75,
  'lower quartile': 25,
  'first quartile': 25,
  '1st quartile': 25,
  'top decile': 90,
  'bottom decile': 10,
}

/** How an aggregate is named in tables and sentences. */
export const aggregateLabels: Readonly<Record<Aggregate, string>> = {
  value: '',
  count: 'number of',
  sum: 'total',
  avg: 'average',
  min: 'lowest',
  max: 'highest',
  median: 'median',
  percentile: 'percentile',
  stddev: 'standard deviation of',
  variance: 'variance of',
  range: 'range of',
  correlation: 'correlation of',
}
