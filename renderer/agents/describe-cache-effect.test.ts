import { describe, expect, it } from 'vitest'
import { describeCacheEffect } from './describe-cache-effect.ts'

const lost = { kind: 'lost', part: 'everything', refill: 'written', tokens: 12_345, usd: 0.031 } as const

describe('describeCacheEffect', () => {
  it('says what is written again and what that costs', () => {
    expect(describeCacheEffect(lost)).toBe('Starts a new cache: about 12.3k tokens are written again, ≈\u00a0$0.0310.')
    expect(describeCacheEffect({ ...lost, part: 'messages' })).toBe(
      'Keeps tools and instructions cached; about 12.3k tokens are written again, ≈\u00a0$0.0310.',
    )
    expect(describeCacheEffect({ ...lost, part: 'system and messages' })).toBe(
      'Keeps only the tools cached: about 12.3k tokens are written again, ≈\u00a0$0.0310.',
    )
    expect(describeCacheEffect({ ...lost, refill: 'sent in full' })).toBe(
      'Leaves the cache: about 12.3k tokens are read in full each time, ≈\u00a0$0.0310.',
    )
  })

  it('shows no price of 0 where the price is not known, and none where it is 0', () => {
    expect(describeCacheEffect({ ...lost, usd: null })).toContain(', at an unknown price.')
    for (const usd of [0, 0.00004])
      expect(describeCacheEffect({ ...lost, usd })).toBe('Starts a new cache: about 12.3k tokens are written again.')
  })

  it('has no words where there is nothing to lose', () => {
    expect(describeCacheEffect({ kind: 'nothing-cached' })).toBeUndefined()
    expect(describeCacheEffect({ kind: 'kept' })).toBe('Keeps the prompt cache.')
  })
})
