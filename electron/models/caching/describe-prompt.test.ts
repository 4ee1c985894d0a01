import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cacheEffectOf, type LastCall } from '../../../shared/cache-effect.ts'
import { effort, type InferenceSettings } from '../../../shared/inference.ts'
import type { ModelInfo } from '../../../shared/models.ts'
import { noUsage } from '../../../shared/usage.ts'
import { toConverse } from '../bedrock/to-converse.ts'
import { bedrockCatalog } from '../catalog.ts'
import { describePrompt } from './describe-prompt.ts'
import { createMessageChain } from './message-chain.ts'

const models = bedrockCatalog('us-east-1').filter(({ caching }) => caching !== undefined)

describe('the settings that belong to a prefix', () => {
  test('are the ones whose change the page calls a loss', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.constantFrom(...models), anySettings, anySettings, (model, from, to) => {
        const effect = cacheEffectOf({ kind: 'inference', from, to }, lastCall(model), 0)
        const isSame = settingsOf(model, from) === settingsOf(model, to)
        seen.add(effect.kind)
        expect(effect.kind).toBe(isSame ? 'kept' : 'lost')
      }),
      { numRuns: 500 },
    )
    expect(seen).toEqual(new Set(['kept', 'lost']))
  })

  test('are the ones that are sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), anySettings, anySettings, (model, from, to) => {
        const isSame = settingsOf(model, from) === settingsOf(model, to)
        expect(isSame).toBe(thinkingOf(model, from) === thinkingOf(model, to))
      }),
      { numRuns: 500 },
    )
  })
})

/** Region and caching aside: they are no part of a prefix but decide whether there is one, and where. */
const anySettings: fc.Arbitrary<InferenceSettings> = fc.record(
  {
    temperature: fc.constantFrom(undefined, 0, 0.5, 1),
    topP: fc.constantFrom(0.1, 1),
    effort: fc.constantFrom(undefined, ...effort.options),
    maxTokens: fc.integer({ min: 1, max: 9999 }),
    latency: fc.constantFrom('standard' as const, 'optimized' as const),
  },
  { requiredKeys: [] },
)

function requestOf(model: ModelInfo, inference: InferenceSettings) {
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] as const
  return { model, inference, system: { stable: 'Be brief.', varying: '' }, tools: [], messages }
}

function settingsOf(model: ModelInfo, inference: InferenceSettings): string {
  return describePrompt(requestOf(model, inference), createMessageChain()).settings
}

function thinkingOf(model: ModelInfo, inference: InferenceSettings): string {
  const { additionalModelRequestFields, outputConfig } = toConverse(requestOf(model, inference))
  return JSON.stringify([additionalModelRequestFields, outputConfig])
}

/** With messages in the cache to lose. */
function lastCall(model: ModelInfo): LastCall {
  return {
    model,
    call: {
      modelId: model.id,
      startedAt: 0,
      timeToFirstTokenMs: 0,
      usage: { ...noUsage, cacheReadTokens: 9000 },
      context: { tools: 2000, system: 1000, attachments: 0, results: 0, conversation: 6000 },
    },
  }
}
