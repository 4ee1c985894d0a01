import { DuckDBTypeId } from '@duckdb/node-api'
import type { Cell } from '../../../shared/tool-results.ts'
import { columnAxis } from './column-axis.ts'
import { columnKind } from './column-kind.ts'
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

/** SQL of the totals of a column, in the order in which `toTotals` reads them. */
export function columnTotals(column: ProfiledColumn, distinct: DistinctCount): readonly string[] {
  const name = `c${column.index}`
  const axis = columnAxis(column)
  const onAxis = (aggregate: string) => (axis === null ? 'NULL' : `${aggregate}(${axis.value})${axis.filter}`)
  const ofFigures = (aggregate: string) => (columnKind(column.type) === 'figures' ? onAxis(aggregate) : 'NULL')
  const isText = column.type.typeId === DuckDBTypeId.VARCHAR
  return [
    `count(${name})`,
    countDistinct(name, distinct),
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

function countDistinct(name: string, how: DistinctCount): string {
  switch (how) {
    case 'list':
      return `coalesce(len(list_distinct(list(${name}))), 0)`
    case 'hash-table':
      return `count(DISTINCT ${name})`
    case 'estimate':
      return `approx_count_distinct(${name})`
  }
}

const totalsOfColumn = 10

export function toTotals(cells: readonly Cell[]): readonly ColumnTotals[] {
  return Array.from({ length: cells.length / totalsOfColumn }, (_, column) => {
    const [present, distinct, min = null, max = null, empty, added, ...figures] = cells.slice(
      column * totalsOfColumn,
      (column + 1) * totalsOfColumn,
    )
    const [mean = null, deviation = null, smallest = null, largest = null] = figures.map(toFigure)
    return {
      present: Number(present),
      // An estimate may be larger than what there is.
      distinct: Math.min(Number(distinct), Number(present)),
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

function toFigure(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null
}
