import { describe, expect, it } from 'vitest'
import { withReasoning } from './reasoning-times.ts'

describe('withReasoning', () => {
  it('measures from the first sight of growing to the first sight of not', () => {
    let state = withReasoning({ spans: {} }, { id: 'a', isGrowing: true, at: 10 })
    state = withReasoning(state, { id: 'a', isGrowing: true, at: 20 })
    state = withReasoning(state, { id: 'a', isGrowing: false, at: 30 })
    state = withReasoning(state, { id: 'a', isGrowing: false, at: 40 })
    expect(state.spans).toEqual({ a: { startedAt: 10, endedAt: 30 } })
  })

  it('knows nothing of a block it did not see growing', () => {
    const empty = { spans: {} }
    expect(withReasoning(empty, { id: 'a', isGrowing: false, at: 10 })).toBe(empty)
  })
})
