import { describe, expect, it } from 'vitest'
import type { ModelInfo } from './models.ts'
import { thinkingSent } from './thinking-sent.ts'

const adaptive: ModelInfo['accepts'] = {
  tools: true,
  images: true,
  topP: false,
  reasoning: 'adaptive',
  temperature: true,
  efforts: ['low', 'high'],
}

describe('thinkingSent', () => {
  it('asks who thinks when asked, unless a temperature is sent', () => {
    expect(thinkingSent(adaptive, {})).toEqual({ isAskedToThink: true, effort: undefined })
    expect(thinkingSent(adaptive, { temperature: 0 })).toEqual({ isAskedToThink: false, effort: undefined })
    const coolest = { ...adaptive, temperature: false }
    expect(thinkingSent(coolest, { temperature: 0 })).toEqual({ isAskedToThink: true, effort: undefined })
  })

  it.each(['none', 'always', 'budget'] as const)('does not ask a model whose thinking is %s', (reasoning) => {
    expect(thinkingSent({ ...adaptive, reasoning }, {}).isAskedToThink).toBe(false)
  })

  it('sends an effort only to who takes it', () => {
    expect(thinkingSent(adaptive, { effort: 'high', temperature: 1 }).effort).toBe('high')
    expect(thinkingSent(adaptive, { effort: 'max' }).effort).toBeUndefined()
    expect(thinkingSent({ reasoning: 'always', temperature: false }, { effort: 'low' }).effort).toBeUndefined()
  })
})
