import { describe, expect, it } from 'vitest'
import { describePriming } from './describe-priming.ts'

const names = { agent: 'Data analyst', model: 'Claude Sonnet 5.5' }

describe('describePriming', () => {
  it('says what it would cost, and what it cost', () => {
    expect(describePriming({ kind: 'offered', tokens: 6200, usd: 0.0155 }, names)).toBe(
      'For Data analyst with Claude Sonnet 5.5: about 6,200 tokens, ≈\u00a0$0.0155, each time the cache has gone cold.',
    )
    expect(describePriming({ kind: 'done', tokens: 6200, usd: 0.0155 }, names)).toBe(
      'Done for Data analyst with Claude Sonnet 5.5: about 6,200 tokens, ≈\u00a0$0.0155.',
    )
  })

  it('shows no price where none is known, and none of nothing', () => {
    expect(describePriming({ kind: 'offered', tokens: 600, usd: null }, names)).toContain(
      '600 tokens, at an unknown price',
    )
    expect(describePriming(null, names)).toBe('With the agent and model chosen now there is nothing to fill ahead.')
  })
})
