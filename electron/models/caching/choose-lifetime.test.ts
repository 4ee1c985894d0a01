import { describe, expect, test } from 'vitest'
import { findModel } from '../catalog.ts'
import { chooseLifetime, type LifetimeInput } from './choose-lifetime.ts'

const model = findModel('global.anthropic.claude-sonnet-5-5', 'us-east-1')!
const minute = 60_000
const input: LifetimeInput = {
  wish: 'auto',
  caching: model.caching!,
  price: model.price,
  pausesMs: [],
  prefixTokens: 40_000,
  newTokens: 2000,
}

describe('how long an entry should live', () => {
  test.each([
    ['nothing is known of the person’s rhythm', {}, '5m'],
    ['the person answers within minutes', { pausesMs: [minute, 2 * minute, 4 * minute] }, '5m'],
    ['the person often thinks for a quarter of an hour', { pausesMs: [minute, 15 * minute, 20 * minute] }, '1h'],
    ['pauses are longer than an hour, which nothing outlives', { pausesMs: [90 * minute, 120 * minute] }, '5m'],
    ['writing costs more than the pauses would', { pausesMs: [15 * minute, minute], newTokens: 400_000 }, '5m'],
    ['only old pauses were long', { pausesMs: [...Array(8).fill(15 * minute), ...Array(8).fill(minute)] }, '5m'],
    ['the person wants an hour', { wish: '1h' }, '1h'],
    ['the person wants five minutes', { wish: '5m', pausesMs: [15 * minute] }, '5m'],
    ['the model knows five minutes only', { wish: '1h', caching: { ...model.caching!, lifetimes: ['5m'] } }, '5m'],
    ['the price is not known', { price: undefined, pausesMs: [15 * minute] }, '5m'],
  ] as const)('when %s', (_why, changed, expected) => {
    expect(chooseLifetime({ ...input, ...(changed as Partial<LifetimeInput>) })).toBe(expected)
  })

  test('breaks even where the price says: a long pause in two calls pays for an hour up to this many new tokens', () => {
    // Half of the pauses long: 0.5 × 40,000 × (2.5 − 0.1) = new × (4 − 2.5), so new = 32,000.
    const half = { ...input, pausesMs: [minute, 15 * minute] }
    expect(chooseLifetime({ ...half, newTokens: 31_900 })).toBe('1h')
    expect(chooseLifetime({ ...half, newTokens: 32_100 })).toBe('5m')
  })
})
