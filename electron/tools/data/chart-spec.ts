import type { TopLevelSpec } from 'vega-lite'
import { AppError } from '../../../shared/errors.ts'
import type { Cell, TableColumn } from '../../../shared/tool-results.ts'
import { chartMarks } from './chart-marks.ts'
import { axisOf, type AxisKind } from './chart-axis.ts'
import type { ChartDrawing } from './data-engine.ts'
import { binCount, binEnd, boxColumns } from './summary-plan.ts'

/**
 * A chart as a Vega-Lite specification. Its fields are called x, y and series whatever the columns are called: a
 * column's name is shown, and never part of an expression.
 */
export function chartSpec(chart: ChartDrawing): TopLevelSpec {
  const fields = fieldsOf(chart)
  const x = fields.find(({ field }) => field === 'x')
  const xAxis =
    x === undefined
      ? { kind: 'names' as const, isOrdered: false }
      : axisOf(x.column, valuesOf(chart, x.index), chart.kind)
  const values = chart.rows.map((row) =>
    Object.fromEntries(
      fields.map(({ field, column, index }) => [
        field,
        plotted(row[index] ?? null, { field, column, xAxis: xAxis.kind }),
      ]),
    ),
  )
  const marks = chartMarks(chart.kind, {
    titles: { ...Object.fromEntries(fields.map(({ field: as, column }) => [as, column.name])), ...valueTitle(chart) },
    xAxis,
    values,
  })
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: chart.title, anchor: 'start', offset: 12 },
    width: 640,
    height: 360,
    data: { values },
    ...marks,
    config: { font: 'system-ui, sans-serif', view: { stroke: null }, range: { category: palette }, axis: axisStyle },
  } as TopLevelSpec
}

/** What the boxes are of: their columns have names of their own. */
function valueTitle({ kind, x, y }: ChartDrawing): Readonly<Record<string, string>> {
  return kind === 'box' ? { value: y ?? x } : {}
}

/** Told apart by colour-blind readers too, on white and on dark. The page puts its own accent first. */
const palette = ['#0d6460', '#d08a2e', '#7a6fd0', '#c8577f', '#5b9bd5', '#8aa63b', '#a9745b', '#8a8f98']
const axisStyle = { labelLimit: 220, titlePadding: 10, labelOverlap: 'parity' }

type Field = { readonly field: string; readonly column: TableColumn; readonly index: number }

/** Which column of the result is which field of the picture. */
function fieldsOf(chart: ChartDrawing): readonly Field[] {
  const { kind } = chart
  const series = chart.series === undefined ? [] : [fieldOf(chart, 'series', chart.series)]
  if (kind === 'histogram') {
    const [x, end] = [fieldOf(chart, 'x', chart.x), fieldOf(chart, 'end', binEnd)]
    return [numeric(x), end, fieldOf(chart, 'y', binCount), ...series]
  }
  if (kind === 'box') {
    const [low, ...rest] = boxColumns
    const box = boxColumns.map((name) => fieldOf(chart, name.replaceAll(' ', '_'), name))
    const keys = chart.columns.find(({ name }) => name !== low && !rest.some((each) => each === name))
    return [fieldOf(chart, 'x', keys?.name ?? chart.x), ...box]
  }
  if ((kind === 'grouped-bar' || kind === 'stacked-bar' || kind === 'heat-map') && chart.series === undefined)
    throw new AppError('INVALID_REQUEST', `A ${kind} chart needs a series: the second column to split by.`, {
      hint: 'Give series, or choose bar.',
    })
  const y = chart.y === undefined ? [] : [numeric(fieldOf(chart, 'y', chart.y))]
  return [fieldOf(chart, 'x', chart.x), ...y, ...series]
}

function fieldOf(chart: ChartDrawing, as: string, name: string): Field {
  const index = chart.columns.findIndex((column) => column.name === name)
  const column = chart.columns[index]
  if (column !== undefined) return { field: as, column, index }
  throw new AppError('INVALID_REQUEST', `The query's result has no column “${name}”.`, {
    hint: `It has: ${chart.columns.map((each) => each.name).join(', ')}.`,
  })
}

function numeric(of: Field): Field {
  if (isNumeric(of.column)) return of
  throw new AppError(
    'INVALID_REQUEST',
    `The column “${of.column.name}” is not numeric, so it cannot be drawn as a size.`,
    { hint: 'Choose a numeric column, or leave y out to count rows.' },
  )
}

function valuesOf({ rows }: ChartDrawing, index: number): readonly Cell[] {
  return rows.map((row) => row[index] ?? null)
}

function plotted(
  cell: Cell,
  { field: as, column, xAxis }: { readonly field: string; readonly column: TableColumn; readonly xAxis: AxisKind },
): Cell {
  if (as === 'series') return String(cell ?? '(missing)')
  if (as === 'x' && xAxis === 'time') return instant(cell)
  if (as === 'x' && xAxis === 'names') return cell === null ? '(missing)' : cell
  return cell !== null && isNumeric(column) ? Number(cell) : cell
}

/** Milliseconds since the epoch; a time without a zone is taken for UTC, as dates are. */
function instant(cell: Cell): number | null {
  const text = String(cell)
  const milliseconds = Date.parse(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

export function isNumeric({ type }: TableColumn): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL|BIGNUM)/.test(type)
}
