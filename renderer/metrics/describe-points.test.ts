import { describe, expect, it } from 'vitest'
import { describePoints } from './describe-points.ts'

describe('describePoints', () => {
  it('says after what each point stands, counting messages from 1, and how long it lives', () => {
    expect(
      describePoints([
        { at: 'tools', ttl: '1h' },
        { at: 'system', ttl: '1h' },
        { at: 'message', index: 11, ttl: '5m' },
      ]),
    ).toBe('after the tools (1 h), after the instructions (1 h), after message 12 (5 min)')
    expect(describePoints([])).toBe('none')
  })
})
