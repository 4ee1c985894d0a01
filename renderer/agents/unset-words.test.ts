import { describe, expect, it } from 'vitest'
import { unsetWords } from './unset-words.ts'

describe('unsetWords', () => {
  it('shows the agent’s own wish', () => {
    expect(unsetWords('temperature', { temperature: 0 }, undefined)).toBe('Agent’s own: 0')
    expect(unsetWords('maxTokens', { maxTokens: 16_000 }, undefined)).toBe('Agent’s own: 16,000')
    expect(unsetWords('effort', { effort: 'xhigh' }, undefined)).toBe('Agent’s own: Very high')
    expect(unsetWords('caching', { caching: '1h' }, undefined)).toBe('Agent’s own: 1 hour')
    expect(unsetWords('stopSequences', { stopSequences: ['END', 'STOP'] }, undefined)).toBe(
      'Agent’s own: “END”, “STOP”',
    )
    expect(unsetWords('guardrail', { guardrail: { id: 'abc', version: '1' } }, undefined)).toBe('Agent’s own: abc')
  })

  it('else says who decides', () => {
    expect(unsetWords('temperature', {}, 'us-east-1')).toBe('Model’s choice')
    expect(unsetWords('caching', {}, 'us-east-1')).toBe('Automatic')
    expect(unsetWords('region', {}, 'us-east-1')).toBe('us-east-1')
    expect(unsetWords('region', {}, undefined)).toBe('As in the settings')
    expect(unsetWords('region', { region: 'eu-west-1' }, 'us-east-1')).toBe('Agent’s own: eu-west-1')
  })
})
