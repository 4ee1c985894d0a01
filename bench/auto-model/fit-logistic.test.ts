import { expect, test } from 'vitest'
import { chanceOf, fitLogistic, type Example } from './fit-logistic.ts'

/** A bias and one feature: of 100 without it 20 are positive, of 100 with it 80. */
const examples = [0, 1].flatMap((feature) =>
  Array.from({ length: 100 }, (_, index): Example => ({
    features: [1, feature],
    isPositive: index < (feature === 0 ? 20 : 80),
  })),
)

test('finds the chances the examples have', () => {
  const weights = fitLogistic(examples, [0, 0], [1e-6, 1e-6])
  expect(chanceOf([1, 0], weights)).toBeCloseTo(0.2, 4)
  expect(chanceOf([1, 1], weights)).toBeCloseTo(0.8, 4)
})

test('stays at the prior where nothing was seen, and near it where it pulls hard', () => {
  expect(fitLogistic([], [0.5, -2], [1, 1])).toEqual([0.5, -2])
  expect(fitLogistic(examples, [0, 0], [1e-6, 1e6])[1]).toBeCloseTo(0, 3)
})

test('finds an end where the examples part cleanly', () => {
  const parted = [0, 1].map((feature): Example => ({ features: [1, feature], isPositive: feature === 1 }))
  const weights = fitLogistic(parted, [0, 0], [0.1, 0.1])
  expect(weights.every(Number.isFinite)).toBe(true)
  expect(weights[1]).toBeGreaterThan(0)
})
