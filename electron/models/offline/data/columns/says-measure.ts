import { dayWords, measureWords, unitWords } from '../../grammar/name-units.ts'
import { isSameFamily } from '../../words.ts'
import { own } from '../words/grammar-entries.ts'
import { unitOf } from '../words/unit-of.ts'
import { eventFamilies, eventForms, meet } from './event-families.ts'
import { isTemporal, type Column } from './table-columns.ts'

/** "waiting time" is `waiting_minutes`, "battery voltage" is `batteryVolts`: the last word says what the unit measures. */
export function saysMeasure(asked: readonly string[], name: readonly string[], column: Column): boolean {
  const [last = '', ...more] = asked.toReversed()
  const units = own(measureWords, last) ?? []
  const isMeasured = name.some((word) => units.includes(word)) || isDated(last, column)
  return (
    more.length > 0 && isMeasured && more.every((word) => name.some((each) => each === word || isSameEvent(word, each)))
  )
}

/** "the follow-up date", "the leaving time" */
export function isDated(word: string, column: Column): boolean {
  return isTemporal(column) && (dayWords.has(word) || (word === 'time' && column.type !== 'DATE'))
}

/** The leaving date is `left_on`, the collection date `collected`. */
function isSameEvent(word: string, named: string): boolean {
  if (isSameFamily(word, named)) return true
  const [asked, told] = [eventForms([word]), eventForms([named])]
  return eventFamilies.some((family) => meet(asked, family) && meet(told, family))
}

/** "spoiled kilos" is `spoiled_kg`, however the unit is written. */
export function endsWithUnit(asked: readonly string[], name: readonly string[]): boolean {
  const unit = unitOf(asked.at(-1) ?? '')
  return unit !== null && name.length > 1 && unitOf(name.at(-1) ?? '') === unit
}

/** `weight_kg` is what kilograms are of, and `spoiled_kg` is not. */
export function isMeasuredSo(name: readonly string[]): boolean {
  const unit = name.at(-1) ?? ''
  return name.slice(0, -1).some((word) => own(measureWords, word)?.includes(unit))
}

/** "time" is `finish_minutes`, where nothing else is. */
export function isMeasureOf(word: string, name: readonly string[]): boolean {
  return name.length > 1 && (own(measureWords, word)?.includes(name.at(-1) ?? '') ?? false)
}

/** `Weight_in_lbs` without "in lb", `power (hp)` as it is: there the unit is what people call it. */
export function withoutUnit(name: readonly string[]): readonly string[] {
  const last = name.at(-1) ?? ''
  if (name.length < 2 || !unitWords.has(last)) return name
  return name.slice(0, name.at(-2) === 'in' && name.length > 2 ? -2 : -1)
}
