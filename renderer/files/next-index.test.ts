import { expect, it } from 'vitest'
import { nextIndex } from './next-index.ts'

it('leads through a list and stops at its ends', () => {
  const go = (key: string, from: number) => nextIndex(key, { from, count: 25 })
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => go(key, 12))).toEqual([
    13, 11, 22, 2, 0, 24,
  ])
  expect([go('ArrowDown', 24), go('ArrowUp', 0), go('PageDown', 20), go('a', 3), go('constructor', 3)]).toEqual([
    24,
    0,
    24,
    null,
    null,
  ])
})
