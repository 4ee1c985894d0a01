import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId, ModelId, ResultId } from '../../shared/ids.ts'
import type { ChoiceOverride, PromptCacheEntry, Storage } from './storage.ts'
import { createStorageFixture, newConversation, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
let storage: Storage
const mine = 'c1' as ConversationId
const other = 'c2' as ConversationId

beforeEach(async () => {
  fixture = createStorageFixture()
  storage = (await fixture.open()).storage
  await storage.conversations.create(newConversation('c1'))
  await storage.conversations.create(newConversation('c2'))
})
afterEach(() => fixture.remove())

const resultId = 'result1' as ResultId
const long = { toolName: 'file_read', isForeign: true, text: 'Zeile\r\n\0\ud83d "ü" '.repeat(10_000) }

test('a kept result comes back word for word, to its own conversation only', async () => {
  await storage.results.keep({ id: resultId, conversationId: mine, ...long })
  expect(await storage.results.read(mine, resultId)).toEqual({ ...long, text: long.text.toWellFormed() })
  expect(await storage.results.read(other, resultId)).toBeUndefined()
  expect(await storage.results.read(mine, 'result2' as ResultId)).toBeUndefined()
})

test('a kept result goes with its conversation', async () => {
  await storage.results.keep({ id: resultId, conversationId: mine, ...long, isForeign: false })
  await storage.conversations.delete(mine)
  await storage.conversations.purgeDeleted()
  expect(await storage.results.read(mine, resultId)).toBeUndefined()
  const late = storage.results.keep({ id: 'result2' as ResultId, conversationId: mine, ...long })
  await expect(late).rejects.toThrow()
})

const entry = (digest: string, lastUsedAt: number | null): PromptCacheEntry => ({
  digest,
  scope: 'account/us-east-1/model',
  ttl: '5m',
  tokens: 1200,
  isCounted: false,
  lastUsedAt,
})

test('the prompt cache is known again as it was saved last, without what expired', async () => {
  const [modelId, otherModel] = ['bedrock:a' as ModelId, 'bedrock:b' as ModelId]
  await storage.promptCache.save({ entries: [entry('a', 1), entry('b', 2)], calibration: { modelId, json: '{"n":1}' } })
  await storage.promptCache.save({ entries: [], calibration: { modelId: otherModel, json: '[]' } })
  const renewed: PromptCacheEntry = { ...entry('a', 7.5), ttl: '1h', tokens: 1300, isCounted: true }
  await storage.promptCache.save({ entries: [renewed, entry('c', 5)], calibration: { modelId, json: '{"n":2}' } })
  await storage.promptCache.save({ entries: [entry('d', 9)] })
  await storage.promptCache.save({ entries: [entry('d', null)] })
  const [known, gone] = ['c1' as ConversationId, 'gone' as ConversationId]
  for (const [conversationId, at] of [
    [known, 1],
    [gone, 2],
    [known, 3],
  ] as const)
    await storage.promptCache.save({ entries: [], lastCall: { conversationId, at, json: `{"n":${at}}` } })
  expect((await storage.promptCache.load()).entries.map((one) => [one.digest, one.lastUsedAt])).toEqual([
    ['d', null],
    ['b', 2],
    ['c', 5],
    ['a', 7.5],
  ])
  await storage.promptCache.dropExpired(5)
  await storage.close()
  const again = (await fixture.open()).storage
  expect(await again.promptCache.load()).toEqual({
    entries: [entry('c', 5), renewed],
    calibrations: [
      { modelId, json: '{"n":2}' },
      { modelId: otherModel, json: '[]' },
    ],
    // Of a conversation that is there, and the newest only.
    lastCalls: [{ conversationId: known, at: 3, json: '{"n":3}' }],
  })
})

test('of what people chose instead the newest 200 are learnt from, newest first', async () => {
  const override = (at: number): ChoiceOverride => ({
    at,
    from: 'small',
    to: 'large',
    features: { words: at, tools: ['shell'] },
  })
  // Times may go back: the order is the one they came in.
  const all = Array.from({ length: 203 }, (_, index) => override(index === 202 ? 0.5 : index))
  for (const one of all) await storage.choices.addOverride(one)
  expect(await storage.choices.overrides()).toEqual(all.toReversed().slice(0, 200))
})
