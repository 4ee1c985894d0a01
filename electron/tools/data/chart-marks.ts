import type { Cell } from '../../../shared/tool-results.ts'
import type { ChartAxis } from './chart-axis.ts'
import type { ChartKind } from '../../../shared/chart-kinds.ts'

export type Drawn = {
  /** What is written at each field's axis or legend; a field without a title is not there. */
  readonly titles: Readonly<Record<string, string>>
  readonly xAxis: ChartAxis
  readonly values: readonly Readonly<Record<string, Cell>>[]
}

/** Marks and encodings of each kind of chart, and its height where names stand below each other. */
export function chartMarks(kind: ChartKind, drawn: Drawn): object {
  const { titles } = drawn
  const x = scaleOf(drawn)
  const y = quantity(drawn)
  const color = colorOf(drawn)
  switch (kind) {
    case 'bar':
    case 'stacked-bar':
    case 'grouped-bar':
      return bars(kind, drawn)
    case 'line':
      return { mark: { type: 'line', point: drawn.values.length <= 200, tooltip: true }, encoding: { x, y, color } }
    case 'area':
      return { mark: { type: 'area', tooltip: true }, encoding: { x, y, color } }
    case 'scatter':
      return {
        mark: { type: 'point', filled: true, opacity: 0.65, size: 36, tooltip: true },
        encoding: { x: noZero(x), y: noZero(y), color },
      }
    case 'pie':
      return {
        mark: { type: 'arc', tooltip: true },
        encoding: {
          theta: { ...y, stack: true },
          color: { field: 'x', type: 'nominal', sort: null, title: titles['x'] },
          order: { field: 'y', type: 'quantitative', sort: 'descending' },
        },
      }
    case 'histogram':
      return histogram(drawn)
    case 'box':
      return boxes(drawn)
    case 'heat-map':
      return heatMap(drawn)
  }
}

/** One series takes the palette's first colour through the scale, so that the page can put its accent there. */
const oneColor = { datum: 'all', type: 'nominal', legend: null }

function colorOf({ titles, values }: Drawn): object {
  return titles['series'] === undefined
    ? oneColor
    : { field: 'series', type: 'nominal', sort: seriesOrder(values), title: titles['series'] }
}

/** Numbers by size, names as they come. */
function seriesOrder(values: Drawn['values']): readonly string[] {
  const names = [...new Set(values.map((value) => String(value['series'])))]
  return names.every((name) => name.trim() !== '' && Number.isFinite(Number(name)))
    ? names.sort((a, b) => Number(a) - Number(b))
    : names
}

/** 40B rather than the physicist's 40G. */
const billions = "replace(format(datum.value, '~s'), 'G', 'B')"

function quantity({ titles, values }: Drawn): object {
  if (titles['y'] === undefined) return { aggregate: 'count', title: 'count' }
  const largest = Math.max(0, ...values.map((value) => Math.abs(Number(value['y'] ?? 0))))
  return {
    field: 'y',
    type: 'quantitative',
    title: titles['y'],
    ...(largest >= 1e6 ? { axis: { labelExpr: billions } } : {}),
  }
}

function noZero(encoding: object): object {
  return { ...encoding, scale: { ...('scale' in encoding ? (encoding.scale as object) : {}), zero: false } }
}

function scaleOf({ titles, xAxis }: Drawn): object {
  const common = { field: 'x', title: titles['x'] }
  switch (xAxis.kind) {
    // In UTC: a date must not move to the day before where the reader is west of Greenwich.
    case 'time':
      return { ...common, type: 'temporal', scale: { type: 'utc' } }
    case 'years':
      return {
        ...common,
        type: 'quantitative',
        scale: { zero: false, nice: false },
        axis: { format: 'd', tickMinStep: 1 },
      }
    case 'numbers':
      return { ...common, type: 'quantitative', scale: { zero: false } }
    case 'names':
      return { ...common, type: 'nominal', sort: null, axis: { labelAngle: -40 } }
  }
}

const barPixels = 22

/** Bars whose names do not fit side by side lie down, unless they have an order that is read from left to right. */
function bars(kind: 'bar' | 'grouped-bar' | 'stacked-bar', drawn: Drawn): object {
  const { titles, xAxis } = drawn
  const names = [...new Set(drawn.values.map((value) => String(value['x'])))]
  const fits = Math.max(0, ...names.map((name) => name.length)) * names.length * 7 < 600
  const isLying = !fits && !xAxis.isOrdered && names.length <= 60
  const category = { field: 'x', type: 'nominal', sort: null, title: titles['x'] }
  const size = { ...quantity(drawn), ...(kind === 'stacked-bar' ? { stack: 'zero' } : {}) }
  const offset =
    kind === 'grouped-bar'
      ? { [isLying ? 'yOffset' : 'xOffset']: { field: 'series', sort: seriesOrder(drawn.values) } }
      : {}
  const color = colorOf(drawn)
  const mark = { type: 'bar', tooltip: true }
  if (!isLying) {
    const axis = { labelAngle: fits ? 0 : -40, labelOverlap: names.length > 40 }
    return { mark, encoding: { x: { ...category, axis }, y: size, ...offset, color } }
  }
  const count = kind === 'grouped-bar' ? new Set(drawn.values.map((value) => value['series'])).size : 1
  const height = Math.max(160, names.length * Math.max(barPixels, count * 9))
  return { mark, height, encoding: { y: category, x: size, ...offset, color } }
}

function histogram(drawn: Drawn): object {
  const { titles } = drawn
  const isSplit = titles['series'] !== undefined
  return {
    mark: { type: 'bar', tooltip: true, ...(isSplit ? { opacity: 0.6 } : {}) },
    encoding: {
      x: { field: 'x', bin: 'binned', type: 'quantitative', title: titles['x'] },
      x2: { field: 'end' },
      // Series stand in front of each other: stacked, only the lowest could be read.
      y: { field: 'y', type: 'quantitative', title: 'count', stack: isSplit ? null : 'zero' },
      color: colorOf(drawn),
    },
  }
}

function boxes({ titles, values }: Drawn): object {
  const names = values.map((value) => String(value['x']))
  const fits = Math.max(0, ...names.map((name) => name.length)) * names.length * 7 < 600
  const x = {
    field: 'x',
    type: 'nominal',
    sort: null,
    title: titles['x'],
    axis: { labelAngle: fits ? 0 : -40, labelOverlap: names.length > 40 },
  }
  const at = (field: string) => ({ field, type: 'quantitative', title: titles['value'], scale: { zero: false } })
  const tooltip = ['lower_whisker', 'lower_quartile', 'median', 'upper_quartile', 'upper_whisker'].map((field) => ({
    field,
    type: 'quantitative',
    title: titles[field],
  }))
  const width = Math.max(6, Math.min(48, 400 / Math.max(1, names.length)))
  return {
    encoding: { x, tooltip: [{ field: 'x', title: titles['x'] }, ...tooltip] },
    layer: [
      { mark: { type: 'rule' }, encoding: { y: at('lower_whisker'), y2: { field: 'upper_whisker' } } },
      {
        mark: { type: 'bar', size: width },
        encoding: { y: at('lower_quartile'), y2: { field: 'upper_quartile' }, color: oneColor },
      },
      { mark: { type: 'tick', color: 'white', size: width, thickness: 2 }, encoding: { y: at('median') } },
    ],
  }
}

/** Numbers, and times as figures. Months by name come in their own order. */
function areSortable(names: readonly string[]): boolean {
  return names.every((name) => /^[\d.-]/.test(name))
}

function heatMap({ titles, values }: Drawn): object {
  const rows = new Set(values.map((value) => value['series'])).size
  const names = [...new Set(values.map((value) => String(value['x'])))]
  const fits = Math.max(0, ...names.map((name) => name.length)) * names.length * 7 < 600
  const color =
    titles['y'] === undefined
      ? { aggregate: 'count', title: 'count' }
      : { field: 'y', type: 'quantitative', title: titles['y'] }
  return {
    mark: { type: 'rect', tooltip: true },
    height: Math.min(720, Math.max(160, rows * 24)),
    encoding: {
      x: {
        field: 'x',
        type: 'ordinal',
        sort: areSortable(names) ? 'ascending' : null,
        title: titles['x'],
        axis: { labelAngle: fits ? 0 : -40, labelOverlap: names.length > 40 },
      },
      y: { field: 'series', type: 'ordinal', sort: null, title: titles['series'] },
      color: { ...color, scale: { scheme: 'tealblues' } },
    },
  }
}
