import type { Cell, TableColumn } from '../../../shared/tool-results.ts'
import type { ChartKind } from '../../../shared/chart-kinds.ts'

/** What the x axis of a chart shows. `years` are numbers without thousands apart. */
export type AxisKind = 'time' | 'years' | 'numbers' | 'names'

export type ChartAxis = {
  readonly kind: AxisKind
  /** Whether its names would stand in an order of their own, like months, and not by size. */
  readonly isOrdered: boolean
}

/** Bars and boxes stand side by side, whatever they are of; lines, areas and points have a scale where there is one. */
export function axisOf(column: TableColumn, values: readonly Cell[], chart: ChartKind): ChartAxis {
  const present = values.filter((value) => value !== null)
  const isTime = /^(DATE|TIMESTAMP)/.test(column.type) || present.every((value) => isDateText(value))
  const numbers = present.filter((value) => typeof value === 'number' || isNumberText(value, column))
  const areNumbers = present.length > 0 && numbers.length === present.length
  const areYears = areNumbers && numbers.every((value) => isYear(Number(value)))
  const isOrdered =
    isTime || areNumbers || column.name === 'quarter' || column.name === 'weekday' || column.name === 'month'
  const hasScale = chart === 'line' || chart === 'area' || chart === 'scatter' || chart === 'histogram'
  if (!hasScale || present.length === 0) return { kind: 'names', isOrdered }
  if (isTime) return { kind: 'time', isOrdered }
  if (areYears && chart !== 'histogram') return { kind: 'years', isOrdered }
  return { kind: areNumbers ? 'numbers' : 'names', isOrdered }
}

/** "2024-03" and "2024-03-09", as a query writes the months and days that it groups by. */
function isDateText(value: Cell): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value)
}

/** Big integers and decimals arrive as text. */
function isNumberText(value: Cell, { type }: TableColumn): boolean {
  return typeof value === 'string' && /INT|DECIMAL/.test(type)
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1000 && value <= 2200
}
