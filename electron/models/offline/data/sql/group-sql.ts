import type { TimeUnit } from '../../grammar/time-words.ts'
import type { Group } from '../request/request.ts'
import { identifier } from './sql-parts.ts'
import { isNumeric, isTemporal } from '../columns/table-columns.ts'

export function selectGroup(group: Group): string {
  return isPlain(group) ? groupExpression(group) : `${groupExpression(group)} AS ${identifier(groupLabel(group))}`
}

export function groupLabel({ column, unit, width }: Group): string {
  if (width !== null) return `${column.name} from`
  return unit === null ? column.name : (unitLabels[unit] ?? unit)
}

export function groupExpression({ column, unit, width }: Group): string {
  const name = identifier(column.name)
  if (width !== null) return `floor(${name} / ${width}) * ${width}`
  return unit === null ? name : timeExpressions[unit](name)
}

/** What a group is ordered by where that is not what is shown: months and weekdays by name. */
export function groupOrder({ column, unit }: Group): string | null {
  const name = identifier(column.name)
  if (unit === 'month-of-year') return `month(${name})`
  return unit === 'weekday' ? `isodow(${name})` : null
}

/** Whether its values have an order that a reader expects: times, bins and numbers. */
export function isOrderedGroup({ column, unit, width }: Group): boolean {
  return unit !== null || width !== null || isNumeric(column) || isTemporal(column)
}

function isPlain({ unit, width }: Group): boolean {
  return unit === null && width === null
}

const unitLabels: Readonly<Partial<Record<TimeUnit, string>>> = { 'month-of-year': 'month' }

const timeExpressions: Readonly<Record<TimeUnit, (column: string) => string>> = {
  decade: (column) => `year(${column}) // 10 * 10`,
  year: (column) => `year(${column})`,
  quarter: (column) => `year(${column}) || '-Q' || quarter(${column})`,
  month: (column) => `strftime(${column}, '%Y-%m')`,
  week: (column) => `strftime(date_trunc('week', ${column}), '%Y-%m-%d')`,
  day: (column) => `strftime(${column}, '%Y-%m-%d')`,
  hour: (column) => `hour(${column})`,
  'month-of-year': (column) => `monthname(${column})`,
  weekday: (column) => `dayname(${column})`,
}
