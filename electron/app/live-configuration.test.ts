import { expect, test } from 'vitest'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import { createLiveConfigurations } from './live-configuration.ts'

const [one, two] = ['c1' as ConversationId, 'c2' as ConversationId]
const modelId = 'test:model' as ModelId

test('a choice adds to those before it, and inference settings replace each other whole', () => {
  const live = createLiveConfigurations()
  expect(live.get(one)).toEqual({})
  live.set(one, { inference: { effort: 'high', maxTokens: 9 } })
  live.set(one, { modelId, inference: undefined })
  live.set(one, { pinned: ['words'] })
  expect(live.get(one)).toEqual({ modelId, inference: { effort: 'high', maxTokens: 9 }, pinned: ['words'] })
  live.set(one, { inference: { topP: 0.5 } })
  expect(live.get(one)).toEqual({ modelId, inference: { topP: 0.5 }, pinned: ['words'] })
})

test('a choice is for its own conversation, until it is cleared', () => {
  const live = createLiveConfigurations()
  live.set(one, { modelId })
  live.set(two, { inference: {} })
  live.clear(one)
  expect([live.get(one), live.get(two)]).toEqual([{}, { inference: {} }])
})
