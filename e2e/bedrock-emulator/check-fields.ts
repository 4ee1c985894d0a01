import { ControlError } from './control-error.ts'
import { isRecord } from './read-converse-request.ts'

export type FieldCheck = (value: unknown) => boolean

export interface Fields {
  readonly required?: Readonly<Record<string, FieldCheck>>
  readonly optional?: Readonly<Record<string, FieldCheck>>
}

/** Throws ControlError unless `value` is an object with exactly these fields. `where` names it in the message. */
export function checkFields(value: unknown, where: string, { required = {}, optional = {} }: Fields): void {
  if (!isRecord(value)) throw new ControlError(`${where} must be an object.`)
  const checks: Readonly<Record<string, FieldCheck>> = { ...required, ...optional }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(checks, name)) throw new ControlError(`${where} has an unknown field “${name}”.`)
  }
  for (const [name, check] of Object.entries(checks)) {
    if (value[name] === undefined && Object.hasOwn(optional, name)) continue
    if (!check(value[name])) throw new ControlError(`${where} has no usable “${name}”.`)
  }
}

export const isText: FieldCheck = (value) => typeof value === 'string'
export const isAnything: FieldCheck = () => true
export const isCount: FieldCheck = (value) => Number.isSafeInteger(value) && Number(value) >= 0
export const isPositive: FieldCheck = (value) => Number.isSafeInteger(value) && Number(value) > 0

export const isFlag: FieldCheck = (value) => typeof value === 'boolean'

export function isOneOf(values: readonly unknown[]): FieldCheck {
  return (value) => values.includes(value)
}

export function isRecordOf(check: FieldCheck): FieldCheck {
  return (value) => isRecord(value) && Object.values(value).every(check)
}
