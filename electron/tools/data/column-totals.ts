import { DuckDBTypeId } from '@duckdb/node-api'
import type { Cell } from '../../../shared/tool-results.ts'
import { columnAxis } from './column-axis.ts'
import { columnKind, isWhole } from './column-kind.ts'
import type { ProfiledColumn } from './profiled-columns.ts'

/** What one pass over a column counts. */
export type ColumnTotals = {
  readonly present: number
  readonly distinct: number
  readonly min: Cell
  readonly max: Cell
  readonly empty: number
  /** Of the values on its axis, and the ends of that; null without any. */
  readonly added: number
  readonly mean: number | null
  readonly deviation: number | null
  readonly smallest: number | null
  readonly largest: number | null
}

/** How distinct values are counted. A hash table for each column costs two milliseconds even for three rows. */
export type DistinctCount = 'list' | 'hash-table' | 'estimate'

/** SQL of the totals of a column but for its distinct values, in the order in which `toTotals` reads them. */
export function columnTotals(column: ProfiledColumn): readonly string[] {
  const name = `c${column.index}`
  const axis = columnAxis(column)
  const onAxis = (aggregate: string) => (axis === null ? 'NULL' : `${aggregate}(${axis.value})${axis.filter}`)
  const ofFigures = (aggregate: string) => (columnKind(column.type) === 'figures' ? onAxis(aggregate) : 'NULL')
  const isText = column.type.typeId === DuckDBTypeId.VARCHAR
  return [
    `count(${name})`,
    `min(${name})`,
    `max(${name})`,
    isText ? `count(*) FILTER (WHERE ${name} = '')` : '0',
    axis === null ? '0' : onAxis('count'),
    ofFigures('avg'),
    ofFigures('stddev_samp'),
    onAxis('min'),
    onAxis('max'),
  ]
}

/** SQL of the number of distinct values of a column. In a statement of its own, or DuckDB takes twice as long for both. */
export function distinctTotal({ index }: ProfiledColumn, how: DistinctCount): string {
  switch (how) {
    case 'list':
      return `coalesce(len(list_distinct(list(c${index}))), 0)`
    case 'hash-table':
      return `count(DISTINCT c${index})`
    case 'estimate':
      return `approx_count_distinct(c${index})`
  }
}

const totalsOfColumn = 9

/** From what `columnTotals` and `distinctTotal` gave for some columns, one after the other. */
export function toTotals(
  columns: readonly ProfiledColumn[],
  { counted, distincts }: { readonly counted: readonly Cell[]; readonly distincts: readonly Cell[] },
): readonly ColumnTotals[] {
  return columns.map((column, at) => {
    const cells = counted.slice(at * totalsOfColumn, (at + 1) * totalsOfColumn)
    const [present, min = null, max = null, empty, added, ...figures] = cells
    const [mean = null, deviation = null, smallest = null, largest = null] = figures.map(toFigure)
    return {
      present: Number(present),
      // An estimate may be larger than what there is, and is off by a quarter at times.
      distinct: Math.min(Number(distincts[at]), Number(present), wholesBetween(column, smallest, largest)),
      min,
      max,
      empty: Number(empty),
      added: Number(added),
      mean,
      deviation,
      smallest,
      largest,
    }
  })
}

/** How many values a column of whole numbers can have. */
function wholesBetween({ type }: ProfiledColumn, smallest: number | null, largest: number | null): number {
  const isKnown = isWhole(type) && Number.isSafeInteger(smallest) && Number.isSafeInteger(largest)
  return isKnown ? Number(largest) - Number(smallest) + 1 : Infinity
}

function toFigure(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null
}
