import type { Cell } from '../../../shared/tool-results.ts'
import type { ChartInput } from './chart-input.ts'
import { identifier } from './sql-text.ts'

/** How a histogram is cut: some 30 bins of a round width. */
const wantedBins = 30

export type SummaryPlan = {
  /** The lowest and highest value, to be asked first; null where nothing is summed up. */
  readonly bounds: string | null
  /** The query whose rows are drawn. */
  readonly points: (bounds: readonly Cell[]) => string
}

/** Columns that a histogram and box plots are drawn from, beside `x`, `y` and `series` as they are called. */
export const binEnd = 'bin end'
export const binCount = 'count'
export const boxColumns = ['lower whisker', 'lower quartile', 'median', 'upper quartile', 'upper whisker'] as const

/**
 * Bins and boxes are made by the engine over all rows of the query, so that a picture of millions of values is whole.
 * Everything else is drawn row by row.
 */
export function summaryPlan({ sql, kind, x, y, series }: ChartInput): SummaryPlan {
  // On a line of its own: the query may end in a comment.
  const source = `(${sql.replace(/;\s*$/, '')}\n)`
  if (kind === 'histogram') {
    const value = identifier(x)
    return {
      bounds: `SELECT min(${value}), max(${value}) FROM ${source}`,
      points: ([low, high]) => histogramQuery(source, { x, series, width: binWidth(Number(low), Number(high)) }),
    }
  }
  if (kind === 'box')
    return {
      bounds: null,
      points: () => boxQuery(source, y === undefined ? { x: null, y: x } : { x: x === y ? null : x, y }),
    }
  return { bounds: null, points: () => sql }
}

function histogramQuery(
  source: string,
  { x, series, width }: { readonly x: string; readonly series: string | undefined; readonly width: number },
): string {
  const value = identifier(x)
  const split = series === undefined ? [] : [identifier(series)]
  // Rounded, since 0.1 × 3 is not quite 0.3.
  const start = `round(floor(${value} / ${width}) * ${width}, 10)`
  const keys = split.map((_, index) => index + 3)
  return [
    `SELECT ${[`CAST(${start} AS DOUBLE) AS ${value}`, `CAST(${start} + ${width} AS DOUBLE) AS ${identifier(binEnd)}`, ...split, `count(*) AS ${identifier(binCount)}`].join(', ')}`,
    `FROM ${source} WHERE ${value} IS NOT NULL GROUP BY ${[1, 2, ...keys].join(', ')} ORDER BY 1`,
  ].join('\n')
}

/** 1, 2 or 5 times a power of ten. Whole numbers within a short range get a bin each. */
function binWidth(low: number, high: number): number {
  const rough = (high - low) / wantedBins
  if (!(rough > 0) || !Number.isFinite(rough)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return Number((step * power).toPrecision(1))
}

/** Tukey's boxes: whiskers reach the last value within 1.5 × the interquartile range. */
function boxQuery(source: string, { x, y }: { readonly x: string | null; readonly y: string }): string {
  const value = identifier(y)
  const key = x === null ? `'all'` : identifier(x)
  const quartile = (fraction: number) => `quantile_cont(value, ${fraction})`
  const [low, q1, median, q3, high] = boxColumns.map(identifier)
  return [
    `SELECT box AS ${x === null ? identifier('values') : identifier(x)}, min(value) FILTER (WHERE value >= q1 - 1.5 * (q3 - q1)) AS ${low}, any_value(q1) AS ${q1}, ${quartile(0.5)} AS ${median}, any_value(q3) AS ${q3}, max(value) FILTER (WHERE value <= q3 + 1.5 * (q3 - q1)) AS ${high}`,
    `FROM (SELECT box, value, quantile_cont(value, 0.25) OVER (PARTITION BY box) AS q1, quantile_cont(value, 0.75) OVER (PARTITION BY box) AS q3`,
    `FROM (SELECT ${key} AS box, CAST(${value} AS DOUBLE) AS value FROM ${source} WHERE ${value} IS NOT NULL))`,
    'GROUP BY box ORDER BY box',
  ].join('\n')
}
