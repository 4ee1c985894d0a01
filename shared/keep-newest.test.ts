import { expect, test } from 'vitest'
import { keepNewest } from './keep-newest.ts'

test('keeps what was set last, in that order', () => {
  const map = new Map<string, number>()
  for (const key of ['a', 'b', 'a', 'c', 'd']) keepNewest(map, [key, key.length], 3)
  expect([...map.keys()]).toEqual(['a', 'c', 'd'])
})
