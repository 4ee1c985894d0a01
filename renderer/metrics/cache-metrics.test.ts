import { describe, expect, it } from 'vitest'
import type { CacheReport } from '../../shared/prompt-cache.ts'
import type { ModelCall } from '../../shared/run-events.ts'
import { noUsage } from '../../shared/usage.ts'
import { cacheMetrics, hitRate } from './cache-metrics.ts'

function call(cacheReadTokens: number, cacheableTokens: number, savedUsd: number | null): ModelCall {
  const cache = { cacheableTokens, savedUsd } as CacheReport
  return { usage: { ...noUsage, cacheReadTokens }, cache } as ModelCall
}

describe('cacheMetrics', () => {
  it('is the share of what could have been read, over all calls, and what it saved less what it cost', () => {
    const calls = [call(0, 1000, -0.002), call(900, 1000, 0.01), call(1900, 2000, 0.02)]
    expect(cacheMetrics(calls)).toEqual({ hitRate: 0.7, savedUsd: expect.closeTo(0.028, 9) })
  })

  it('leaves out calls without a cache, and those that were never counted', () => {
    const without = { usage: { ...noUsage, inputTokens: 500 } } as ModelCall
    const uncounted = { usage: null, cache: { cacheableTokens: 900, savedUsd: 0 } } as ModelCall
    expect(cacheMetrics([without, uncounted])).toBeNull()
    expect(cacheMetrics([without, call(50, 100, 0.5), uncounted])).toEqual({ hitRate: 0.5, savedUsd: 0.5 })
  })

  it('knows no sum once a part of it has no price, and no rate before anything could be read', () => {
    expect(cacheMetrics([call(0, 0, 0.01), call(0, 0, null)])).toEqual({ hitRate: null, savedUsd: null })
  })
})

describe('hitRate', () => {
  it('never says more than all of it', () => {
    expect(hitRate(1003, 1000)).toBe(1)
  })
})
