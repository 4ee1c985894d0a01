import type { Condition } from './expectation.fixture.ts'
import { readDate } from './read-date.fixture.ts'
import type { RawRow, RawValue } from './read-raw-rows.fixture.ts'

/** Whether a raw row is one of those a condition means. A missing value meets only `is missing`. */
export function meetsCondition(row: RawRow, condition: Condition): boolean {
  const [column] = condition
  const value = row[column]
  if (value === undefined) throw new Error(`There is no column “${column}” in ${JSON.stringify(Object.keys(row))}.`)
  if (condition.length === 2) return (value === null) === (condition[1] === 'is missing')
  return value !== null && meets(value, condition)
}

function meets(value: RawValue, [, operator, operand]: Exclude<Condition, { readonly length: 2 }>): boolean {
  const date = readDate(value) ?? ''
  switch (operator) {
    case 'is':
      return isSame(value, operand)
    case 'is not':
      return !isSame(value, operand)
    case 'is one of':
      return operand.some((each) => isSame(value, each))
    case 'is none of':
      return !operand.some((each) => isSame(value, each))
    case '>':
      return Number(value) > Number(operand)
    case '>=':
      return Number(value) >= Number(operand)
    case '<':
      return Number(value) < Number(operand)
    case '<=':
      return Number(value) <= Number(operand)
    case 'between':
      return Number(value) >= Number(operand[0]) && Number(value) <= Number(operand[1])
    case 'not between':
      return Number(value) < Number(operand[0]) || Number(value) > Number(operand[1])
    case 'contains':
      return String(value).toLowerCase().includes(String(operand).toLowerCase())
    case 'in year':
    case 'in month':
    case 'on':
      return date.startsWith(String(operand))
    case 'in years':
      return operand.some((year) => date.startsWith(String(year)))
    case 'before':
      return date < String(operand)
    case 'after':
      return date > String(operand)
    case 'from':
      return date >= String(operand)
    case 'from to':
      return date >= String(operand[0]) && date <= String(operand[1])
  }
}

function isSame(value: RawValue, operand: string | number): boolean {
  return typeof operand === 'number' ? Number(value) === operand : String(value) === operand
}
