import type { PlainFigure } from './expectation.fixture.ts'
import { readDate } from './read-date.fixture.ts'
import type { RawRow, RawValue } from './read-raw-rows.fixture.ts'

/** A figure of raw rows. Several values where more than one way of counting is fair; none when there is nothing. */
export type Figured = readonly (number | string)[]

/** Plain loops on purpose: what is compared with DuckDB must not be computed by it. */
export function computeFigure(rows: readonly RawRow[], figure: PlainFigure): Figured {
  if (figure === 'rows') return [rows.length]
  if ('count' in figure) return [present(rows, figure.count).length]
  if ('missing' in figure) return [rows.length - present(rows, figure.missing).length]
  if ('distinct' in figure) return [new Set(present(rows, figure.distinct)).size]
  if ('duplicates' in figure) return duplicates(rows, figure.duplicates)
  if ('earliest' in figure) return dates(rows, figure.earliest).slice(0, 1)
  if ('latest' in figure) return dates(rows, figure.latest).slice(-1)
  if ('correlation' in figure) return correlation(rows, figure.correlation)
  if ('percentile' in figure) {
    const [column, percent] = figure.percentile
    const sorted = numbers(rows, column)
    return [
      ...quantile(sorted, percent / 100),
      sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0,
    ]
  }
  if ('sum' in figure) return someOf(numbers(rows, figure.sum), total)
  if ('mean' in figure) return someOf(numbers(rows, figure.mean), mean)
  if ('median' in figure) return quantile(numbers(rows, figure.median), 0.5)
  if ('min' in figure) return numbers(rows, figure.min).slice(0, 1)
  if ('max' in figure) return numbers(rows, figure.max).slice(-1)
  if ('deviation' in figure) return someOf(numbers(rows, figure.deviation), deviation)
  if ('spread' in figure) return someOf(numbers(rows, figure.spread), (all) => (all.at(-1) ?? 0) - (all[0] ?? 0))
  return outliers(numbers(rows, figure.outliers))
}

function present(rows: readonly RawRow[], column: string): readonly RawValue[] {
  return rows.flatMap((row) => {
    const value = row[column]
    if (value === undefined) throw new Error(`There is no column “${column}”.`)
    return value === null ? [] : [value]
  })
}

/** Smallest first. */
function numbers(rows: readonly RawRow[], column: string): readonly number[] {
  const values = present(rows, column).map(Number)
  if (values.some(Number.isNaN)) throw new Error(`“${column}” does not hold numbers alone.`)
  return values.toSorted((a, b) => a - b)
}

function dates(rows: readonly RawRow[], column: string): readonly string[] {
  return present(rows, column)
    .flatMap((value) => readDate(value) ?? [])
    .toSorted()
}

function someOf(values: readonly number[], compute: (values: readonly number[]) => number): Figured {
  return values.length === 0 ? [] : [compute(values)]
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function mean(values: readonly number[]): number {
  return total(values) / values.length
}

/** Of a sample: divided by one less than the number of values. */
function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(total(values.map((value) => (value - middle) ** 2)) / (values.length - 1))
}

/** Between the two nearest values, in proportion. */
function quantile(sorted: readonly number[], part: number): readonly number[] {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below === undefined || above === undefined ? [] : [below + (above - below) * (place - Math.floor(place))]
}

function correlation(rows: readonly RawRow[], [x, y]: readonly [string, string]): Figured {
  const pairs = rows.filter((row) => row[x] !== null && row[y] !== null).map((row) => [Number(row[x]), Number(row[y])])
  const xs = pairs.map(([value = 0]) => value)
  const ys = pairs.map(([, value = 0]) => value)
  const [middleX, middleY] = [mean(xs), mean(ys)]
  const together = total(pairs.map(([a = 0, b = 0]) => (a - middleX) * (b - middleY)))
  return [together / (pairs.length - 1) / deviation(xs) / deviation(ys)]
}

function duplicates(rows: readonly RawRow[], by: 'whole rows' | readonly string[]): Figured {
  const keyOf = (row: RawRow) => JSON.stringify(by === 'whole rows' ? Object.values(row) : by.map((name) => row[name]))
  const repeated = [...Map.groupBy(rows, keyOf).values()].filter((group) => group.length > 1)
  const all = repeated.reduce((sum, group) => sum + group.length, 0)
  return [all - repeated.length, repeated.length, all]
}

function outliers(sorted: readonly number[]): Figured {
  const [low = 0] = quantile(sorted, 0.25)
  const [high = 0] = quantile(sorted, 0.75)
  const reach = 1.5 * (high - low)
  const far = 3 * deviation(sorted)
  const middle = mean(sorted)
  return [
    sorted.filter((value) => value < low - reach || value > high + reach).length,
    sorted.filter((value) => Math.abs(value - middle) > far).length,
  ]
}
