import { lengthWords, unitFactors } from '../../grammar/unit-factors.ts'
import { plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { unitOf } from '../words/unit-of.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { Column } from '../columns/table-columns.ts'

/**
 * Numbers as they compare with a column, or null with a problem noted: a number in pounds never meets a column in
 * kilograms unconverted. Of a column of fractions, 20 % is 0.2.
 */
export function checkUnit(
  {
    operands,
    unit,
    column,
  }: { readonly operands: readonly number[]; readonly unit: string | null; readonly column: Column },
  notes: ReadingNotes,
): readonly number[] | null {
  if (unit === null) return operands
  const name = `*${plainText(column.name)}*`
  const own =
    wordsOfName(column.name)
      .map(unitOf)
      .find((each) => each !== null) ?? null
  if (own === unit) return operands
  if (own !== null) return convert(operands, { unit, own, name }, notes)
  if (unit === 'percent' && isFraction(column)) {
    notes.assume(
      `${name} holds fractions of 1, so ${operands.join(' and ')} % is ${operands.map((each) => each / 100).join(' and ')}`,
    )
    return operands.map((each) => each / 100)
  }
  // "5 m" may be millions: metres only of what has a length.
  if (unit === 'meter' && !wordsOfName(column.name).some((word) => lengthWords.has(word))) {
    notes.unclear(`Is “m” metres or millions here? Say which with ${name}.`)
    return null
  }
  return ofLikelyUnit(operands, { unit, column, name }, notes)
}

/** Numbers of one unit in another, where both measure the same thing. */
function convert(
  operands: readonly number[],
  { unit, own, name }: { readonly unit: string; readonly own: string; readonly name: string },
  notes: ReadingNotes,
): readonly number[] | null {
  const factor = factorBetween(unit, own)
  if (factor === null) {
    notes.unclear(`${name} is in ${own}, and the question says ${unit}: one cannot be turned into the other.`)
    return null
  }
  const converted = operands.map((each) => exact(each * factor))
  notes.assume(`${name} is in ${own}, so ${operands.join(' and ')} ${unit} is ${converted.join(' and ')} ${own}`)
  return converted
}

/** A column that does not say its unit has the one said, unless only another makes the number one of its size. */
function ofLikelyUnit(
  operands: readonly number[],
  { unit, column, name }: { readonly unit: string; readonly column: Column; readonly name: string },
  notes: ReadingNotes,
): readonly number[] | null {
  const isWithin = (each: number) => each >= Number(column.min) && each <= Number(column.max)
  const others = Object.keys(familyOf(unit) ?? {}).filter((each) => {
    const factor = factorBetween(unit, each) ?? 1
    return each !== unit && operands.every((operand) => isWithin(operand * factor))
  })
  const [other, ...more] = others
  if (operands.every(isWithin) || other === undefined) {
    notes.assume(`I took ${name} to be in ${unit === 'usd' ? 'dollars' : unit}`)
    return operands
  }
  if (more.length === 0) return convert(operands, { unit, own: other, name }, notes)
  notes.unclear(`${name} does not say its unit, and ${operands.join(' and ')} ${unit} is not of its size.`)
  return null
}

function familyOf(unit: string): Readonly<Record<string, number>> | undefined {
  return unitFactors.find((family) => Object.hasOwn(family, unit))
}

function factorBetween(from: string, to: string): number | null {
  const family = familyOf(from)
  const [a, b] = [family?.[from], family?.[to]]
  return a === undefined || b === undefined ? null : a / b
}

/** Without the last digits of a division: 2.1 m is 210 cm. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

function isFraction({ min, max }: Column): boolean {
  return typeof max === 'number' && typeof min === 'number' && max <= 1 && min >= 0
}
