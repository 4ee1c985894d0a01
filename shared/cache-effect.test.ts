import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cacheEffectOf, type CacheChange, type LastCall } from './cache-effect.ts'
import type { ModelId } from './ids.ts'
import type { InferenceSettings } from './inference.ts'
import type { ModelInfo } from './models.ts'
import type { CachePoint } from './prompt-cache.ts'
import { noUsage } from './usage.ts'

const minute = 60_000
const sonnet = model('bedrock:sonnet', { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5, cacheWriteHour: 4 })
const haiku = model('bedrock:haiku', { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 })

function model(id: string, price: ModelInfo['price']): ModelInfo {
  const caching: ModelInfo['caching'] = {
    minimumTokens: 512,
    maxPoints: 4,
    lifetimes: ['5m', '1h'],
    sections: ['tools', 'system', 'messages'],
  }
  const accepts = { reasoning: 'adaptive', temperature: true, efforts: ['low', 'high'] }
  return { id: id as ModelId, price, caching, accepts } as ModelInfo
}

/** 2,000 tokens of tools, 1,000 of system and 7,000 of messages, all in the cache since 0. */
function lastCall(points: readonly CachePoint[] = [{ at: 'message', index: 3, ttl: '5m' }]): LastCall {
  return {
    model: sonnet,
    call: {
      modelId: sonnet.id,
      startedAt: -500,
      timeToFirstTokenMs: 500,
      usage: { ...noUsage, inputTokens: 20, outputTokens: 50, cacheReadTokens: 9_000, cacheWriteTokens: 1_000 },
      context: { tools: 2_000, system: 1_000, attachments: 0, results: 0, conversation: 7_020 },
      cache: {
        points: [...points],
        predicted: { reach: 'messages', readTokens: 9_000, writeTokens: 1_000, promptTokens: 10_020 },
        reach: 'messages',
        cacheableTokens: 9_000,
        miss: null,
        wasPredicted: true,
        savedUsd: 0.01,
      },
    },
  }
}

function inference(from: InferenceSettings, to: InferenceSettings): CacheChange {
  return { kind: 'inference', from, to }
}

describe('cacheEffectOf', () => {
  it('loses everything with another model, at the price of writing there against reading here', () => {
    expect(cacheEffectOf({ kind: 'model', to: haiku }, lastCall(), minute)).toEqual({
      kind: 'lost',
      part: 'everything',
      refill: 'written',
      tokens: 10_000,
      usd: expect.closeTo((10_000 * (0.125 - 0.1)) / 1e6, 10),
    })
  })

  it('keeps everything with the model that answered last', () => {
    expect(cacheEffectOf({ kind: 'model', to: sonnet }, lastCall(), minute)).toEqual({ kind: 'kept' })
  })

  it('pays for each token in full with a model that does not cache', () => {
    const llama = { id: 'bedrock:llama' as ModelId, price: { input: 0.72, output: 0.72 } }
    expect(cacheEffectOf({ kind: 'model', to: llama }, lastCall(), minute)).toEqual({
      kind: 'lost',
      part: 'everything',
      refill: 'sent in full',
      tokens: 10_000,
      usd: expect.closeTo((10_000 * (0.72 - 0.1)) / 1e6, 10),
    })
  })

  it('does not know what it costs without a price, and never claims that losing earns money', () => {
    const unknown = { ...haiku, price: undefined } as ModelInfo
    expect(cacheEffectOf({ kind: 'model', to: unknown }, lastCall(), minute)).toMatchObject({ usd: null })
    const cheaper = model('bedrock:cheaper', { input: 0.01, output: 0.1, cacheRead: 0.01, cacheWrite: 0.01 })
    expect(cacheEffectOf({ kind: 'model', to: cheaper }, lastCall(), minute)).toMatchObject({ usd: 0 })
  })

  it('loses nothing with a free model', () => {
    const free = { ...haiku, price: 'free' } as ModelInfo
    expect(cacheEffectOf({ kind: 'model', to: free }, lastCall(), minute)).toEqual({ kind: 'kept' })
  })

  it('keeps the tools with an agent that has the same ones, and nothing with any other', () => {
    const same = cacheEffectOf({ kind: 'agent', hasSameTools: true }, lastCall(), minute)
    expect(same).toMatchObject({ kind: 'lost', part: 'system and messages', tokens: 8_000 })
    const other = cacheEffectOf({ kind: 'agent', hasSameTools: false }, lastCall(), minute)
    expect(other).toMatchObject({ kind: 'lost', part: 'everything', tokens: 10_000 })
  })

  it('loses the messages with another effort', () => {
    expect(cacheEffectOf(inference({ effort: 'low' }, { effort: 'high' }), lastCall(), minute)).toEqual({
      kind: 'lost',
      part: 'messages',
      refill: 'written',
      tokens: 7_000,
      usd: expect.closeTo((7_000 * (2.5 - 0.1)) / 1e6, 10),
    })
  })

  it('loses the messages when a temperature switches thinking off or on, and not when it is another one', () => {
    const loss = { kind: 'lost', part: 'messages', tokens: 7_000 }
    expect(cacheEffectOf(inference({}, { temperature: 1 }), lastCall(), minute)).toMatchObject(loss)
    expect(cacheEffectOf(inference({ temperature: 1 }, {}), lastCall(), minute)).toMatchObject(loss)
    const another = inference({ temperature: 1 }, { temperature: 0.5 })
    expect(cacheEffectOf(another, lastCall(), minute)).toEqual({ kind: 'kept' })
  })

  it('keeps everything when what changes is not sent to this model', () => {
    const accepts = { ...sonnet.accepts, temperature: false, efforts: [] }
    const last = { ...lastCall(), model: { ...sonnet, accepts } }
    expect(cacheEffectOf(inference({}, { temperature: 1, effort: 'low' }), last, minute)).toEqual({ kind: 'kept' })
  })

  it('loses everything with another region, and pays in full once caching is off', () => {
    const region = inference({ region: 'us-east-1' }, { region: 'eu-west-1' })
    expect(cacheEffectOf(region, lastCall(), minute)).toMatchObject({ part: 'everything', refill: 'written' })
    const off = inference({ caching: 'auto' }, { caching: 'off' })
    expect(cacheEffectOf(off, lastCall(), minute)).toMatchObject({ part: 'everything', refill: 'sent in full' })
  })

  it('keeps everything whatever else changes', () => {
    const quiet = fc.record(
      {
        topP: fc.constantFrom(0.1, 1),
        maxTokens: fc.integer({ min: 1, max: 9_999 }),
        stopSequences: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
        caching: fc.constantFrom('auto' as const, '5m' as const, '1h' as const),
        guardrail: fc.constant({ id: 'g', version: '1' }),
        serviceTier: fc.constantFrom('default' as const, 'priority' as const, 'flex' as const),
        latency: fc.constantFrom('standard' as const, 'optimized' as const),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(quiet, quiet, (from, to) => {
        expect(cacheEffectOf(inference(from, to), lastCall(), minute)).toEqual({ kind: 'kept' })
      }),
    )
  })

  it('has nothing to lose once the entry has expired, to the millisecond', () => {
    const change: CacheChange = { kind: 'model', to: haiku }
    expect(cacheEffectOf(change, lastCall(), 5 * minute - 1)).toMatchObject({ kind: 'lost' })
    expect(cacheEffectOf(change, lastCall(), 5 * minute)).toEqual({ kind: 'nothing-cached' })
  })

  it('still has tools and system to lose when only they live for an hour', () => {
    const mixed = lastCall([
      { at: 'tools', ttl: '1h' },
      { at: 'system', ttl: '1h' },
      { at: 'message', index: 3, ttl: '5m' },
    ])
    expect(cacheEffectOf({ kind: 'model', to: haiku }, mixed, 30 * minute)).toMatchObject({ tokens: 3_000 })
    // An effort belongs to messages only, and those have gone already.
    expect(cacheEffectOf(inference({}, { effort: 'low' }), mixed, 30 * minute)).toEqual({ kind: 'kept' })
    expect(cacheEffectOf({ kind: 'model', to: haiku }, mixed, 60 * minute)).toEqual({ kind: 'nothing-cached' })
  })

  it('prices an hour’s entry as such', () => {
    const hour = lastCall([{ at: 'message', index: 3, ttl: '1h' }])
    const region = inference({ region: 'us-east-1' }, { region: 'eu-west-1' })
    expect(cacheEffectOf(region, hour, minute)).toMatchObject({ usd: expect.closeTo((10_000 * (4 - 0.1)) / 1e6, 10) })
  })

  it('has nothing to lose before the first call, and after one that cached nothing', () => {
    expect(cacheEffectOf({ kind: 'model', to: haiku }, null, 0)).toEqual({ kind: 'nothing-cached' })
    const uncached = { ...lastCall(), call: { ...lastCall().call, usage: { ...noUsage, inputTokens: 900 } } }
    expect(cacheEffectOf({ kind: 'model', to: haiku }, uncached, 0)).toEqual({ kind: 'nothing-cached' })
  })
})
