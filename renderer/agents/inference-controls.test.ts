import { describe, expect, it } from 'vitest'
import type { ModelInfo } from '../../shared/models.ts'
import { inferenceControls, refusedSentence } from './inference-controls.ts'

function model(provider: ModelInfo['provider'], accepts: Partial<ModelInfo['accepts']>, more: Partial<ModelInfo> = {}) {
  const nothing = { tools: true, images: true, temperature: false, topP: false, reasoning: 'none' as const }
  return { label: 'Claude X', provider, accepts: { ...nothing, ...accepts }, ...more } as ModelInfo
}

const caching: ModelInfo['caching'] = { minimumTokens: 512, maxPoints: 4, lifetimes: ['5m'], sections: ['system'] }

describe('inferenceControls', () => {
  it('offers what a model takes and names the rest', () => {
    const claude = model('bedrock', { efforts: ['low', 'high'], guardrails: true }, { caching })
    expect(inferenceControls(claude)).toEqual({
      offered: ['effort', 'maxTokens', 'stopSequences', 'caching', 'region', 'guardrail'],
      refused: ['temperature', 'topP', 'serviceTier', 'latency'],
    })
  })

  it('offers all of Bedrock’s where all of it is taken', () => {
    const all = model(
      'bedrock',
      {
        temperature: true,
        topP: true,
        efforts: ['low'],
        guardrails: true,
        serviceTiers: ['flex'],
        optimizedLatency: true,
      },
      { caching },
    )
    expect(inferenceControls(all).refused).toEqual([])
    expect(inferenceControls(all).offered).toHaveLength(10)
  })

  it('does not speak of Bedrock’s own settings for a local server, nor of any for the offline analyst', () => {
    expect(inferenceControls(model('openai', { temperature: true, topP: true }))).toEqual({
      offered: ['temperature', 'topP', 'maxTokens', 'stopSequences'],
      refused: [],
    })
    expect(inferenceControls(model('offline', {}))).toEqual({ offered: [], refused: [] })
  })

  it('offers caching for the automatic choice, whose models are known only later', () => {
    expect(inferenceControls(model('auto', {})).offered).toContain('caching')
  })
})

describe('refusedSentence', () => {
  it('names one, two, several and none', () => {
    const all = { temperature: true, topP: true, efforts: ['low' as const], guardrails: true, optimizedLatency: true }
    const tiers = { serviceTiers: ['flex' as const] }
    expect(refusedSentence(model('bedrock', { ...all, ...tiers }, { caching }))).toBeUndefined()
    expect(refusedSentence(model('bedrock', all, { caching }))).toBe('Claude X takes no service tier.')
    expect(refusedSentence(model('bedrock', { ...all, topP: false }, { caching }))).toBe(
      'Claude X takes no top P or service tier.',
    )
    expect(refusedSentence(model('bedrock', { ...all, topP: false, temperature: false }, { caching }))).toBe(
      'Claude X takes no temperature, top P or service tier.',
    )
  })
})
