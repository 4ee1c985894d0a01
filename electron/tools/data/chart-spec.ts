import type { TopLevelSpec } from 'vega-lite'
import { AppError } from '../../../shared/errors.ts'
import type { Cell, TableColumn } from '../../../shared/tool-results.ts'
import type { ChartDrawing } from './data-engine.ts'

/**
 * A chart as a Vega-Lite specification. Its fields are called x, y and series whatever the columns are called: a
 * column's name is shown, and never part of an expression.
 */
export function chartSpec(chart: ChartDrawing): TopLevelSpec {
  const x = columnOf(chart, chart.x)
  const y = chart.y === undefined ? null : columnOf(chart, chart.y)
  const series = chart.series === undefined ? null : columnOf(chart, chart.series)
  if (y !== null && !isNumeric(y.column)) throw notNumeric(y.column)
  if (chart.kind === 'histogram' && !isNumeric(x.column)) throw notNumeric(x.column)
  const isOnTimeAxis = isTemporal(x.column) && chart.kind !== 'bar' && chart.kind !== 'pie'
  const values = chart.rows.map((row) => ({
    x: isOnTimeAxis ? instant(row[x.index] ?? null) : plotted(row[x.index] ?? null, x.column),
    ...(y === null ? {} : { y: plotted(row[y.index] ?? null, y.column) }),
    ...(series === null ? {} : { series: String(row[series.index] ?? '(missing)') }),
  }))
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: chart.title, anchor: 'start' },
    width: 640,
    height: 360,
    data: { values },
    ...marks(chart.kind, {
      x: x.column,
      y: y?.column ?? null,
      series: series?.column ?? null,
      hasLevelLabels: fitsLevel(values.map((value) => String(value.x))),
    }),
    config: { font: 'system-ui, sans-serif', view: { stroke: null }, range: { category: palette } },
  } as TopLevelSpec
}

/** Told apart by colour-blind readers too, on white and on dark. The page puts its own accent first. */
const palette = ['#0d6460', '#d08a2e', '#7a6fd0', '#c8577f', '#5b9bd5', '#8aa63b', '#a9745b', '#8a8f98']

/** Whether names stand side by side under 640 pixels of bars, at some 7 pixels a character. */
function fitsLevel(names: readonly string[]): boolean {
  const distinct = [...new Set(names)]
  return Math.max(0, ...distinct.map((name) => name.length)) * distinct.length * 7 < 600
}

type Columns = {
  readonly x: TableColumn
  readonly y: TableColumn | null
  readonly series: TableColumn | null
  readonly hasLevelLabels: boolean
}

function marks(kind: ChartDrawing['kind'], { x, y, series, hasLevelLabels }: Columns): object {
  const yEncoding =
    y === null ? { aggregate: 'count', title: 'count' } : { field: 'y', type: 'quantitative', title: y.name }
  // One series takes the palette's first colour through the scale, so that the page can put its accent there.
  const color =
    series === null
      ? { color: { datum: 'all', type: 'nominal', legend: null } }
      : { color: { field: 'series', type: 'nominal', title: series.name } }
  const continuous = { x: axis(x), y: yEncoding, ...color }
  switch (kind) {
    case 'bar':
      return {
        mark: { type: 'bar', tooltip: true },
        encoding: {
          x: { field: 'x', type: 'nominal', sort: null, title: x.name, axis: { labelAngle: hasLevelLabels ? 0 : -40 } },
          y: yEncoding,
          ...color,
        },
      }
    case 'line':
      return { mark: { type: 'line', point: true, tooltip: true }, encoding: continuous }
    case 'area':
      return { mark: { type: 'area', tooltip: true }, encoding: continuous }
    case 'scatter':
      return { mark: { type: 'point', tooltip: true }, encoding: continuous }
    case 'pie':
      return {
        mark: { type: 'arc', tooltip: true },
        encoding: {
          theta: { ...yEncoding, stack: true },
          color: { field: 'x', type: 'nominal', sort: null, title: x.name },
        },
      }
    case 'histogram':
      return {
        mark: { type: 'bar', tooltip: true },
        encoding: {
          x: { field: 'x', bin: { maxbins: 30 }, title: x.name },
          y: { aggregate: 'count', title: 'count' },
          ...color,
        },
      }
  }
}

function axis(column: TableColumn): object {
  const common = { field: 'x', title: column.name }
  // In UTC: a date must not move to the day before where the reader is west of Greenwich.
  if (isTemporal(column)) return { ...common, type: 'temporal', scale: { type: 'utc' } }
  if (isNumeric(column)) return { ...common, type: 'quantitative', scale: { zero: false } }
  return { ...common, type: 'nominal', sort: null }
}

function columnOf(chart: ChartDrawing, name: string): { readonly column: TableColumn; readonly index: number } {
  const index = chart.columns.findIndex((column) => column.name === name)
  const column = chart.columns[index]
  if (column !== undefined) return { column, index }
  throw new AppError('INVALID_REQUEST', `The query's result has no column “${name}”.`, {
    hint: `It has: ${chart.columns.map((each) => each.name).join(', ')}.`,
  })
}

function plotted(cell: Cell, column: TableColumn): Cell {
  return cell !== null && isNumeric(column) ? Number(cell) : cell
}

/** Milliseconds since the epoch; a time without a zone is taken for UTC, as dates are. */
function instant(cell: Cell): number | null {
  const text = String(cell)
  const milliseconds = Date.parse(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

function isNumeric({ type }: TableColumn): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL|BIGNUM)/.test(type)
}

function isTemporal({ type }: TableColumn): boolean {
  return /^(DATE|TIMESTAMP)/.test(type)
}

function notNumeric(column: TableColumn): AppError {
  return new AppError(
    'INVALID_REQUEST',
    `The column “${column.name}” is not numeric, so it cannot be drawn as a size.`,
    {
      hint: 'Choose a numeric column, or leave y out to count rows.',
    },
  )
}
