import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianWithSpread } from './median.ts'

const samples = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })

test('the median of an odd and of an even number of samples', () => {
  expect(medianWithSpread([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9, samples: 3 })
  expect(medianWithSpread([4, 1, 2, 100])).toEqual({ median: 3, min: 1, max: 100, samples: 4 })
})

test('at most half of the samples lie on either side of the median, whatever their order', () => {
  fc.assert(
    fc.property(samples, (values) => {
      const { median, min, max } = medianWithSpread(values)
      expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2)
      expect([min, max]).toEqual([Math.min(...values), Math.max(...values)])
    }),
  )
})

test('refuses to make a figure of no samples', () => {
  expect(() => medianWithSpread([])).toThrow(RangeError)
})
