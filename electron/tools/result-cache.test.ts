import { expect, test } from 'vitest'
import type { JsonValue } from '../../shared/schema.ts'
import { createResultCache } from './result-cache.ts'
import type { ToolAnswer } from './tool.ts'

const json = (value: JsonValue): ToolAnswer => ({ content: [{ type: 'json', value }] })
const kept = (text: string) => ({ answer: json(text), tookMs: 7 })

test('gives an answer until its time is up, and none from before the clock was set back', () => {
  let now = 1000
  const cache = createResultCache({ now: () => now })
  cache.keep('a', kept('x'), 50)
  now = 1049
  expect(cache.find('a')).toEqual({ answer: json('x'), storedAt: 1000, tookMs: 7 })
  now = 1050
  expect(cache.find('a')).toBeUndefined()
  cache.keep('a', kept('x'), 50)
  now = 1049
  expect(cache.find('a')).toBeUndefined()
  cache.keep('a', kept('x'), Number.POSITIVE_INFINITY)
  now = Number.MAX_SAFE_INTEGER
  expect(cache.find('a')).toBeDefined()
})

test('hands out copies: nobody can change what the next one is given', () => {
  const cache = createResultCache({ now: () => 0 })
  const list = [1]
  cache.keep('a', { answer: json(list), tookMs: 0 }, 10)
  list.push(2)
  const [first] = cache.find('a')!.answer.content
  Object.assign(first!, { value: 'changed' })
  expect(cache.find('a')?.answer).toEqual(json([1]))
})

test('lets the least recently used answers go when there are too many', () => {
  const cache = createResultCache({ now: () => 0, maxEntries: 2 })
  cache.keep('a', kept('x'), 10)
  cache.keep('b', kept('x'), 10)
  cache.find('a')
  cache.keep('c', kept('x'), 10)
  expect(['a', 'b', 'c'].map((key) => cache.find(key) !== undefined)).toEqual([true, false, true])
})

test('stays within its memory, and does not keep what would fill it', () => {
  const cache = createResultCache({ now: () => 0, maxBytes: 5000 })
  for (let n = 0; n < 100; n++) cache.keep(`${n}`, kept('x'.repeat(900)), 10)
  const left = Array.from({ length: 100 }, (_, n) => cache.find(`${n}`)).filter((entry) => entry !== undefined)
  expect(left).toHaveLength(2)
  cache.keep('large', kept('x'.repeat(5000)), 10)
  expect([cache.find('large'), cache.find('99') === undefined]).toEqual([undefined, false])
})

test('lets others wait for work under way, however it ends, and leave without disturbing it', async () => {
  const cache = createResultCache({ now: () => 0 })
  const staying = new AbortController()
  const leaving = new AbortController()
  expect(await cache.follow('a', staying.signal)).toBe(false)

  const work = Promise.withResolvers<string>()
  const led = cache.lead('a', () => work.promise)
  const followed = cache.follow('a', staying.signal)
  const left = cache.follow('a', leaving.signal)
  leaving.abort()
  await expect(left).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect(cache.follow('a', leaving.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
  work.reject(new Error('broken'))
  expect(await followed).toBe(true)
  await expect(led).rejects.toThrow('broken')
  expect(await cache.follow('a', staying.signal)).toBe(false)
})
