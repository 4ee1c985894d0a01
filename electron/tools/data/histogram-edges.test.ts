import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histogramEdges } from './histogram-edges.ts'

test('gives each of a few whole numbers a bin of its own', () => {
  expect(histogramEdges(1, 5, { isWhole: true })).toEqual([1, 1, 2, 3, 4, 5])
})

test('puts equally many whole numbers into each bin but the last', () => {
  const edges = histogramEdges(1, 100, { isWhole: true })
  expect(edges).toEqual([1, ...Array.from({ length: 20 }, (_, bin) => (bin + 1) * 5)])
})

test('has one bin for one value', () => {
  expect(histogramEdges(3.5, 3.5, { isWhole: false })).toEqual([3.5, 3.5])
})

test('covers any range in rising edges, twenty bins at most', () => {
  const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 })
  fc.assert(
    fc.property(figure, figure, fc.boolean(), (a, b, isWhole) => {
      const [smallest, largest] = a < b ? [a, b] : [b, a]
      const edges = histogramEdges(smallest, largest, { isWhole })
      const rising = edges.every((edge, at) => at < 2 || edge > (edges[at - 1] ?? 0))
      expect([edges[0], edges.at(-1), rising, edges.length <= 21]).toEqual([smallest, largest, true, true])
    }),
  )
})
