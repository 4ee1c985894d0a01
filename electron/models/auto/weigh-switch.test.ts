import { describe, expect, test } from 'vitest'
import { modelOf } from './models.fixture.ts'
import { expectedTurn, weighSwitch } from './weigh-switch.ts'

const [small, medium, large] = [modelOf('small'), modelOf('medium'), modelOf('large')]
const turn = { calls: 1, newTokens: 1000, outputTokens: 700 }

describe('leaving a warm cache', () => {
  test('costs writing the prefix at the new price instead of reading it at the old one', () => {
    const cost = weighSwitch({ from: medium, to: large, cachedTokens: 40_000, turn })
    // 40,000 × ($5.00 − $0.10) a million.
    expect(cost?.leavingUsd).toBeCloseTo(0.196, 6)
  })

  test('costs nothing when writing there is cheaper than reading here', () => {
    expect(weighSwitch({ from: large, to: small, cachedTokens: 40_000, turn })).toEqual({
      leavingUsd: 0,
      isStayingCheaper: false,
    })
  })

  test('is not worth it for a large cache and a small answer, and is for a small one', () => {
    // Staying with Opus: 100,000 × 0.2 + 1,000 × 5 + 700 × 20; Sonnet: 101,000 × 2.5 + 700 × 10, a million each.
    expect(weighSwitch({ from: large, to: medium, cachedTokens: 100_000, turn })?.isStayingCheaper).toBe(true)
    expect(weighSwitch({ from: large, to: medium, cachedTokens: 2000, turn })?.isStayingCheaper).toBe(false)
  })

  test('counts the dearer band of a price for a prompt above its limit, and only then', () => {
    const leaving = (cachedTokens: number) => weighSwitch({ from: medium, to: small, cachedTokens, turn })?.leavingUsd
    expect(leaving(99_000)).toBeCloseTo((99_000 * (0.125 - 0.1)) / 1e6, 9)
    expect(leaving(120_000)).toBeCloseTo((120_000 * (0.625 - 0.1)) / 1e6, 9)
  })

  test('is not judged by the sum of several calls', () => {
    // Three calls of 60,000 tokens each stay below Haiku’s limit of 100,000.
    const three = { calls: 3, newTokens: 3000, outputTokens: 700 }
    expect(weighSwitch({ from: medium, to: small, cachedTokens: 60_000, turn: three })?.isStayingCheaper).toBe(false)
  })

  test('is not weighed without a price, and costs nothing between free models', () => {
    expect(weighSwitch({ from: { ...large, price: undefined }, to: small, cachedTokens: 9, turn })).toBeUndefined()
    const free = { ...large, price: 'free' as const }
    expect(weighSwitch({ from: free, to: free, cachedTokens: 9, turn })).toEqual({
      leavingUsd: 0,
      isStayingCheaper: false,
    })
  })

  test('to a model without a cache costs its full price', () => {
    const { caching: _none, ...uncached } = medium
    const cost = weighSwitch({ from: large, to: uncached, cachedTokens: 100_000, turn })
    expect(cost?.leavingUsd).toBeCloseTo((100_000 * (2 - 0.2)) / 1e6, 9)
  })
})

test('a turn with tools is expected to make more calls', () => {
  expect(expectedTurn(100, false)).toEqual({ calls: 1, newTokens: 600, outputTokens: 700 })
  expect(expectedTurn(100, true)).toEqual({ calls: 3, newTokens: 4600, outputTokens: 700 })
})
