import { DuckDBTypeId } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Cell, Distribution, Histogram } from '../../../shared/tool-results.ts'
import { columnAxis, type ColumnAxis } from './column-axis.ts'
import { columnKind, isWhole } from './column-kind.ts'
import type { ColumnTotals } from './column-totals.ts'
import { histogramEdges } from './histogram-edges.ts'
import type { ProfiledColumn } from './profiled-columns.ts'
import { readRows } from './read-rows.ts'

const maxCommon = 10
const maxCharacters = 80

type Measuring = {
  /** Where the rows are, all or a sample. Its columns are called `c0`, `c1`, … */
  readonly table: string
  readonly columns: readonly ProfiledColumn[]
  /** Of all rows, one for each column. */
  readonly totals: readonly ColumnTotals[]
}

/** How the values of some columns are spread; undefined for a column that has none, or nested ones. */
export async function measureDistributions(
  connection: DuckDBConnection,
  { table, columns, totals }: Measuring,
): Promise<readonly (Distribution | undefined)[]> {
  const measured = columns.map((column, at) => ({ column, totals: totals[at] }))
  const onAxis = await measureOnAxis(connection, { table, columns, totals })
  const common = await countCommon(connection, { table, columns, totals })
  return measured.map(({ column, totals: known }) => {
    if (known === undefined || known.present === 0) return undefined
    if (columnKind(column.type) === 'values')
      return { kind: 'values', empty: known.empty, common: common.get(column.index) ?? [] }
    return onAxis.get(column.index)
  })
}

type Placed = {
  readonly column: ProfiledColumn
  readonly totals: ColumnTotals
  readonly axis: ColumnAxis
  readonly edges: readonly number[]
}

async function measureOnAxis(
  connection: DuckDBConnection,
  measuring: Measuring,
): Promise<ReadonlyMap<number, Distribution>> {
  const placed = measuring.columns.flatMap((column, at) => place(column, measuring.totals[at]) ?? [])
  if (placed.length === 0) return new Map()
  const [cells = []] = await readRows(
    connection,
    `SELECT ${placed.flatMap(spreadOf).join(', ')} FROM ${measuring.table}`,
  )
  return new Map(
    placed.flatMap((each, at) => {
      const distribution = toDistribution(each, { counts: cells[at * 2] ?? null, quartiles: cells[at * 2 + 1] ?? null })
      return distribution === undefined ? [] : [[each.column.index, distribution] as const]
    }),
  )
}

function place(column: ProfiledColumn, totals: ColumnTotals | undefined): Placed | null {
  const axis = columnAxis(column)
  if (axis === null || totals === undefined || totals.smallest === null || totals.largest === null) return null
  const steps = { isWhole: isWhole(column.type) || columnKind(column.type) === 'days' }
  return { column, totals, axis, edges: histogramEdges(totals.smallest, totals.largest, steps) }
}

function spreadOf({ column, axis, edges }: Placed): readonly string[] {
  // With an exponent, or DuckDB would take them for decimals and round on the way.
  const upper = edges.slice(1).map((edge) => edge.toExponential())
  return [
    `map_values(histogram(${axis.value}, [${upper.join(', ')}])${axis.filter})`,
    columnKind(column.type) === 'figures' ? `quantile_cont(${axis.value}, [0.25, 0.5, 0.75])${axis.filter}` : 'NULL',
  ]
}

function toDistribution(
  { column, totals, edges }: Placed,
  found: { readonly counts: Cell; readonly quartiles: Cell },
): Distribution | undefined {
  const histogram = toHistogram(column, { edges, counts: numbersOf(found.counts) })
  if (columnKind(column.type) !== 'figures') return { kind: 'times', ...histogram }
  const [lowerQuartile, median, upperQuartile] = numbersOf(found.quartiles)
  // A sample may hold none of the few values of a column.
  if (totals.mean === null || lowerQuartile === undefined || median === undefined || upperQuartile === undefined)
    return undefined
  const leftOut = totals.present - totals.added
  return {
    kind: 'figures',
    mean: totals.mean,
    standardDeviation: totals.deviation,
    lowerQuartile,
    median,
    upperQuartile,
    ...(leftOut === 0 ? {} : { leftOut }),
    ...histogram,
  }
}

/** Lists come as JSON, their large integers as text. */
function numbersOf(cell: Cell): readonly number[] {
  return typeof cell === 'string' ? (JSON.parse(cell) as readonly (number | string)[]).map(Number) : []
}

/** The last instant a `Date` can hold, in seconds. */
const lastSecond = 8.64e12

function toHistogram(
  { type }: ProfiledColumn,
  { edges, counts }: { readonly edges: readonly number[]; readonly counts: readonly number[] },
): { readonly histogram?: Histogram } {
  const bins = counts.slice(0, edges.length - 1)
  if (bins.length === 0) return {}
  const kind = columnKind(type)
  if (kind === 'figures') return { histogram: { edges: [...edges], counts: bins } }
  const seconds = edges.map((edge) => (kind === 'days' ? edge * 86_400 : edge))
  if (seconds.some((second) => Math.abs(second) > lastSecond)) return {}
  const zone = type.typeId === DuckDBTypeId.TIMESTAMP_TZ ? 'Z' : ''
  const written = seconds.map((second) => {
    const iso = new Date(second * 1000).toISOString()
    return kind === 'days' ? iso.replace(/T.*/, '') : iso.replace(/\..*/, zone)
  })
  return { histogram: { edges: written, counts: bins } }
}

type Common = Extract<Distribution, { kind: 'values' }>['common']

async function countCommon(
  connection: DuckDBConnection,
  { table, columns, totals }: Measuring,
): Promise<ReadonlyMap<number, Common>> {
  const repeating = columns.filter((column, at) => {
    const known = totals[at]
    return columnKind(column.type) === 'values' && known !== undefined && known.distinct < known.present
  })
  if (repeating.length === 0) return new Map()
  const rows = await readRows(connection, repeating.map((column) => commonOf(column, table)).join(' UNION ALL '))
  const common = new Map<number, Common>()
  for (const [index, value = null, count] of rows) {
    const counted = { value: typeof value === 'string' ? brief(value) : value, count: Number(count) }
    common.set(Number(index), [...(common.get(Number(index)) ?? []), counted])
  }
  return common
}

function commonOf({ index, type }: ProfiledColumn, table: string): string {
  const column = `c${index}`
  const isThere = type.typeId === DuckDBTypeId.VARCHAR ? `${column} <> ''` : `${column} IS NOT NULL`
  return `(SELECT ${index}, CAST(${column} AS VARCHAR) AS value, count(*) AS count FROM ${table}
    WHERE ${isThere} GROUP BY ${column} ORDER BY count DESC, value LIMIT ${maxCommon})`
}

function brief(text: string): string {
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text
}
