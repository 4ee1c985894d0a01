import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'

import { acceptConverse } from '../accept-converse.ts'
import { planCacheUse } from './plan-cache-use.ts'
import { createPromptCache } from './prompt-cache.ts'
import type { PromptCache } from './prompt-cache.ts'

const sonnet = 'us.anthropic.claude-sonnet-5-5'
const minute = 60_000

let cache: PromptCache
let nowMs: number

beforeEach(() => {
  cache = createPromptCache()
  nowMs = 0
})

interface Answer {
  readonly read: number
  readonly write: number
  readonly total: number
  readonly details: object
}

/** What the cache does for a request. Its effects wait for `start` when told to. */
function plan(body: object, modelId = sonnet): { readonly answer: Answer; readonly start: () => void } {
  const accepted = acceptConverse({ operation: 'Converse', modelId, body })
  const use = planCacheUse({ ...accepted, isLive: (key) => cache.isLive(key, nowMs) })
  const details = Object.fromEntries(use.details.map(({ ttl, inputTokens }) => [ttl, inputTokens]))
  const answer = { read: use.readTokens, write: use.writeTokens, total: accepted.prompt.tokens, details }
  return { answer, start: () => cache.apply(use, nowMs) }
}

function ask(body: object, modelId = sonnet): Answer {
  const { answer, start } = plan(body, modelId)
  start()
  return answer
}

const point = { cachePoint: { type: 'default' } }
const hour = { cachePoint: { type: 'default', ttl: '1h' } }
/** 600 words: 603 tokens in system, 607 as a message. */
const long = (first: string): object => ({ text: `${first}${' word'.repeat(599)}` })
const short = (text: string): object => ({ text })
const user = (...content: object[]): object => ({ role: 'user', content })
const assistant = (...content: object[]): object => ({ role: 'assistant', content })
const tool = (name: string): object => ({
  toolSpec: { name, description: 'word '.repeat(600), inputSchema: { json: { type: 'object' } } },
})
const picture = { image: { format: 'png', source: { bytes: 'iVBORw0KGgoAAAANSUhEUgAAAu4AAAEACAYAAAA=' } } }

/** Tools, system and one message, each long and closed by a point. */
const whole = {
  toolConfig: { tools: [tool('a'), point] },
  system: [long('s'), point],
  messages: [user(long('m'), point)],
}

test('the first call writes, the same call again reads, and the rest is input', () => {
  const first = ask(whole)
  const again = ask(whole)
  expect(first).toMatchObject({ read: 0, details: { '5m': first.write } })
  expect(first.total - first.write).toBe(3)
  expect(again).toEqual({ read: first.write, write: 0, total: first.total, details: {} })
})

test('a longer conversation reads what was written and writes what is new', () => {
  const first = ask({ messages: [user(long('a'), point)] })
  const messages = [user(long('a'), point), assistant(short('b')), user(long('c'), point)]
  const second = ask({ messages })
  expect(second.read).toBe(first.write)
  expect(second.write).toBe(second.total - 3 - first.write)
})

test('a request without points neither reads nor writes', () => {
  ask(whole)
  expect(ask({ messages: [user(long('m'))] })).toMatchObject({ read: 0, write: 0 })
})

test('a model without a cache has none to ask', () => {
  const request = { messages: [user(long('m'))] }
  expect(ask(request, 'us.meta.llama3-3-70b-instruct-v1:0')).toMatchObject({ read: 0, write: 0, details: {} })
})

describe('identity', () => {
  const changed = (change: object): number => {
    ask(whole)
    return ask({ ...whole, ...change }).read
  }
  const toolTokens = (): number => ask({ toolConfig: whole.toolConfig, messages: [user(short('x'))] }).write
  const systemTokens = (): number => ask({ ...whole, messages: [user(short('x'))] }).write

  test.each([
    ['a tool', { toolConfig: { tools: [tool('b'), point] } }],
    ['a further tool before the others', { toolConfig: { tools: [tool('b'), tool('a'), point] } }],
  ])('changing %s loses everything', (_, change) => {
    expect(changed(change)).toBe(0)
  })

  test('changing the system text keeps the tools', () => {
    const tools = toolTokens()
    cache.clear()
    expect(changed({ system: [long('other'), point] })).toBe(tools)
  })

  test.each([
    ['the tool choice', { toolConfig: { ...whole.toolConfig, toolChoice: { auto: {} } } }],
    ['thinking', { additionalModelRequestFields: { thinking: { type: 'adaptive' } } }],
    ['the effort', { outputConfig: { effort: 'low' } }],
    ['whether there is a picture', { messages: [user(long('m'), point, picture)] }],
    ['a system text behind the system’s own point', { system: [long('s'), point, short('today')] }],
    ['the first message', { messages: [user(long('n'), point)] }],
  ])('changing %s loses only the messages', (_, change) => {
    const system = systemTokens()
    cache.clear()
    expect(changed(change)).toBe(system)
  })

  test.each([
    ['the limit of the answer', { inferenceConfig: { maxTokens: 100 } }],
    ['other additional fields', { additionalModelRequestFields: { anthropic_beta: ['x'] } }],
    ['metadata', { requestMetadata: { team: 'a' } }],
    ['the order of keys', { toolConfig: { tools: [{ toolSpec: reversed(tool('a')) }, point] } }],
    ['what follows the last point', { messages: [user(long('m'), point, short('and now?'))] }],
  ])('changing %s loses nothing', (_, change) => {
    const { write } = ask(whole)
    cache.clear()
    expect(changed(change)).toBe(write)
  })

  test('another profile of the same model shares nothing', () => {
    ask(whole)
    expect(ask(whole, 'global.anthropic.claude-sonnet-5-5').read).toBe(0)
  })

  test('the role a text stands in is part of it', () => {
    ask({
      messages: [
        user(long('a')),
        assistant(short('b')),
        { role: 'system', content: [short('c'), point] },
        user(short('d')),
      ],
    })
    expect(ask({ messages: [user(long('a')), assistant(short('b'), short('c'), point), user(short('d'))] }).read).toBe(
      0,
    )
  })
})

test('a prefix below the model’s minimum is silently not cached', () => {
  const request = { system: [short('brief'), point], messages: [user(long('m'), point)] }
  expect([ask(request), ask({ ...request, messages: [user(short('x'))] })]).toMatchObject([
    { read: 0, write: expect.any(Number) },
    { read: 0, write: 0 },
  ])
  expect(ask({ messages: [user(long('m'), point)] }, 'us.anthropic.claude-haiku-4-5-20251001-v1:0').write).toBe(0)
})

describe('looking back', () => {
  const small = (count: number): object[] => Array.from({ length: count }, (_, index) => short(`block ${index}`))

  test.each([
    [20, true],
    [21, false],
  ])('from %i blocks after the written point finds it: %s', (between, isFound) => {
    const { write } = ask({ messages: [user(long('m'), point)] })
    expect(ask({ messages: [user(long('m'), ...small(between), point)] }).read).toBe(isFound ? write : 0)
  })

  test('starts at each point of the request', () => {
    const { write } = ask({ messages: [user(long('m'), point)] })
    expect(ask({ messages: [user(long('m'), ...small(15), point, ...small(15), point)] }).read).toBe(write)
  })

  test('reaches from the messages into the system', () => {
    const { write } = ask({ system: [long('s'), point], messages: [user(short('x'))] })
    expect(ask({ system: [long('s')], messages: [user(short('y'), point)] }).read).toBe(write)
  })
})

describe('time', () => {
  const request = (end: object): object => ({ messages: [user(long('m'), end)] })

  test.each([
    ['five minutes', point, 5 * minute],
    ['an hour', hour, 60 * minute],
  ])('an entry lives for %s, to the millisecond', (_, end, lifeMs) => {
    const { write } = ask(request(end))
    nowMs = lifeMs - 1
    expect(plan(request(end)).answer.read).toBe(write)
    nowMs = lifeMs
    expect(plan(request(end)).answer.read).toBe(0)
  })

  test('reading begins its life anew, and that of the points before it', () => {
    const { write } = ask(whole)
    nowMs = 4 * minute
    ask(whole)
    nowMs = 8 * minute
    expect(ask({ ...whole, messages: [user(short('x'))] }).read).toBeGreaterThan(0)
    nowMs = 8.5 * minute
    expect(ask(whole).read).toBe(write)
  })

  test('an entry read keeps its own ttl, whatever the point that reads it says', () => {
    ask(request(point))
    nowMs = minute
    ask(request(hour))
    nowMs = 7 * minute
    expect(ask(request(hour)).read).toBe(0)
  })

  test('an hour that another request wrote meanwhile outlives five minutes', () => {
    const fiveMinutes = plan(request(point))
    ask(request(hour))
    fiveMinutes.start()
    nowMs = 59 * minute
    expect(ask(request(point)).read).toBeGreaterThan(0)
  })

  test('what is written is told by its ttl, the hour first', () => {
    const body = { system: [long('s'), hour], messages: [user(long('m'), point)] }
    const { write, details } = ask(body)
    expect(Object.entries(details)).toEqual([
      ['1h', 603],
      ['5m', write - 603],
    ])
  })

  test('calls that start before the first answer all write', () => {
    const calls = [plan(whole), plan(whole)]
    expect(calls.map(({ answer }) => answer.read)).toEqual([0, 0])
    calls.forEach(({ start }) => start())
    expect(ask(whole).read).toBeGreaterThan(0)
  })
})

describe('points that are refused', () => {
  const text = [user(short('x'))]
  const fromModel = 'The model returned the following errors: '
  const nothing = 'There is nothing available to cache. Please remove the invalid cache point and try again.'
  const csv = { document: { format: 'csv', name: 'sales', source: { text: 'a,b' } } }
  const pdf = { document: { format: 'pdf', name: 'report', source: { bytes: 'JVBERi0=' } } }
  test.each<[string, object, string, string]>([
    [
      'five',
      { messages: [user(...[1, 2, 3, 4, 5].flatMap((n) => [short(`${n}`), point]))] },
      sonnet,
      `${fromModel}A maximum of 4 blocks with cache_control may be provided. Found 5.`,
    ],
    ['one before the system', { system: [point, long('s')], messages: text }, sonnet, nothing],
    ['one before the messages', { messages: [user(point, short('x'))] }, sonnet, nothing],
    ['two in a row', { system: [short('s'), point, point], messages: text }, sonnet, nothing],
    [
      'two in a row across messages',
      { messages: [user(short('x'), point), assistant(point, short('y')), user(short('z'))] },
      sonnet,
      nothing,
    ],
    [
      'one that opens a later message',
      { messages: [user(short('x')), assistant(short('y')), user(point, short('z'))] },
      sonnet,
      nothing,
    ],
    [
      'one right after a document of text',
      { messages: [user(short('x'), csv, point)] },
      sonnet,
      `${fromModel}messages.0.content.2.type: Field required`,
    ],
    [
      'an hour after five minutes',
      { system: [short('s'), point], messages: [user(short('x'), hour)] },
      sonnet,
      "messages.0.content.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.",
    ],
    [
      'one for a model without a cache',
      { messages: [user(short('x'), point)] },
      'us.meta.llama3-3-70b-instruct-v1:0',
      'You invoked an unsupported model or your request did not allow prompt caching.',
    ],
    [
      'an hour for a model with five minutes',
      { messages: [user(short('x'), hour)] },
      'amazon.nova-pro-v1:0',
      "a ttl of '1h' is not supported for this model.",
    ],
    [
      'one in the tools of a model that caches none',
      { ...whole, system: [] },
      'amazon.nova-pro-v1:0',
      `${fromModel}Malformed input request: #/toolConfig/tools/1: extraneous key [cachePoint] is not permitted`,
    ],
    [
      'another ttl',
      { messages: [user(short('x'), { cachePoint: { type: 'default', ttl: '2h' } })] },
      sonnet,
      "Value '2h' at 'messages.0.content.1.cachePoint.ttl' failed",
    ],
    [
      'another type',
      { messages: [user(short('x'), { cachePoint: {} })] },
      sonnet,
      "at 'messages.0.content.1.cachePoint.type' failed",
    ],
  ])('%s', (_, body, modelId, message) => {
    expect(() => plan(body, modelId)).toThrow(message)
  })

  test.each([
    ['text after a document', [csv, short('x'), point], sonnet],
    ['a PDF', [short('x'), pdf, point], sonnet],
    ['a document for Nova', [short('x'), csv, point], 'amazon.nova-pro-v1:0'],
  ])('none after %s', (_, content, modelId) => {
    expect(() => plan({ messages: [user(...content)] }, modelId)).not.toThrow()
  })
})

test('whatever is asked in whatever order, the counts add up and an unchanged request is read whole', () => {
  const block = fc.record({ size: fc.integer({ min: 1, max: 900 }), letter: fc.constantFrom('a', 'b') })
  const request = fc.record({
    blocks: fc.array(block, { minLength: 1, maxLength: 30 }),
    points: fc.uniqueArray(fc.nat(29), { maxLength: 4 }),
    waitMs: fc.nat(8 * minute),
  })
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 8 }), (requests) => {
      cache = createPromptCache()
      nowMs = 0
      for (const { blocks, points, waitMs } of requests) {
        nowMs += waitMs
        const content = blocks.flatMap(({ size, letter }, index) => {
          const text = { text: `${letter}${' word'.repeat(size)}` }
          return points.includes(index) ? [text, point] : [text]
        })
        const body = { messages: [user(...content)] }
        const first = ask(body)
        const again = ask(body)
        const written = Object.values(first.details).reduce((sum, tokens) => sum + tokens, 0)
        expect(written).toBe(first.write)
        expect(first.read + first.write).toBeLessThanOrEqual(first.total - 3)
        expect([again.read, again.write]).toEqual([first.read + first.write, 0])
      }
    }),
  )
})

function reversed(value: object): object {
  const { toolSpec } = value as { readonly toolSpec: object }
  return Object.fromEntries(Object.entries(toolSpec).toReversed())
}
