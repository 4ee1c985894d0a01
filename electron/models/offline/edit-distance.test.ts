import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, isMisspelling } from './edit-distance.ts'

describe('how far apart two words are', () => {
  test.each([
    ['amount', 'amount', 0],
    ['amonut', 'amount', 1],
    ['ammount', 'amount', 1],
    ['amout', 'amount', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s and %s: %i', (a, b, distance) => expect(editDistance(a, b, 9)).toBe(distance))

  test('is the same both ways, and nothing only between equal words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
        expect(editDistance(a, b, 9) === 0).toBe(a === b)
        expect(editDistance(a, b, 1) <= 1).toBe(editDistance(a, b, 9) <= 1)
      }),
    )
  })
})

describe('a misspelling', () => {
  test.each([
    ['ammount', 'amount'],
    ['horsepwoer', 'horsepower'],
    ['precipitaton', 'precipitation'],
    ['percipitatoin', 'precipitation'],
  ])('%s is %s', (written, meant) => expect(isMisspelling(written, meant)).toBe(true))

  test.each([
    ['cat', 'car'],
    ['rain', 'ruin'],
    ['sales2023', 'sales2024'],
    ['chair', 'cheer'],
    ['amount', 'amount'],
  ])('%s is not %s', (written, meant) => expect(isMisspelling(written, meant)).toBe(false))
})
