import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../shared/schema.ts'
import { personalShift, type Override } from './personal-shift.ts'
import { taskFeatures } from './task-features.ts'
import { taskOf } from './task.fixture.ts'

const day = 24 * 60 * 60_000
const lookup = taskFeatures(taskOf('How many invoices are due in May'))
const proof = taskFeatures(
  taskOf('Prove that the schedule cannot be shorter, then design a better one and compare both'),
)

function overrideOf(features: JsonValue, more: Partial<Override> = {}): Override {
  return { from: 'small', to: 'large', features, at: 1000 * day, ...more }
}

describe('what a person’s own choices add', () => {
  test('is nothing without any', () => {
    expect(personalShift(lookup, [])).toBe(0)
  })

  test('goes up for a wish upwards, down for one downwards, and by how far', () => {
    expect(personalShift(lookup, [overrideOf(lookup)])).toBeCloseTo(2)
    expect(personalShift(lookup, [overrideOf(lookup, { from: 'large', to: 'medium' })])).toBeCloseTo(-1)
  })

  test('is nothing from tasks of another kind', () => {
    expect(personalShift(proof, [overrideOf(lookup), overrideOf(lookup)])).toBe(0)
  })

  test('fades with time, counted from the newest wish', () => {
    const newest = overrideOf(proof, { at: 1000 * day })
    const old = overrideOf(lookup, { at: 1000 * day - 360 * day })
    expect(personalShift(lookup, [newest, old])).toBeLessThan(0.05)
    expect(personalShift(lookup, [newest, { ...old, at: 999 * day }])).toBeGreaterThan(1.8)
  })

  test('fades with how many wishes came after', () => {
    const others = Array.from({ length: 150 }, () => overrideOf(proof))
    expect(personalShift(lookup, [...others, overrideOf(lookup)])).toBeLessThan(0.1)
  })

  test('has a limit', () => {
    expect(
      personalShift(
        lookup,
        Array.from({ length: 100 }, () => overrideOf(lookup)),
      ),
    ).toBe(8)
  })

  test.each([null, 'text', 7, ['length'], { length: 'long', unknown: 3 }])(
    'reads %j as a task without features',
    (odd) => {
      expect(Number.isFinite(personalShift(lookup, [overrideOf(odd)]))).toBe(true)
    },
  )
})
