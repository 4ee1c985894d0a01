/** What can be computed from a column, or (`count`) from rows. */
export type Aggregate = 'count' | 'sum' | 'avg' | 'min' | 'max'

/** Words that ask for an aggregate. Longer phrases win. Add a synonym here and a question to the tests. */
export const aggregateWords: Readonly<Record<string, Aggregate>> = {
  'how many': 'count',
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
  'sum up': 'sum',
  'add up': 'sum',
  average: 'avg',
  mean: 'avg',
  avg: 'avg',
  minimum: 'min',
  min: 'min',
  smallest: 'min',
  maximum: 'max',
  max: 'max',
}

/** How an aggregate is named in tables and sentences. */
export const aggregateLabels: Readonly<Record<Aggregate, string>> = {
  count: 'number of',
  sum: 'total',
  avg: 'average',
  min: 'lowest',
  max: 'highest',
}
