import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import { createRunRegistry, type RunRegistry } from '../agent/run-registry.ts'
import type { Storage } from '../storage/storage.ts'
import {
  createStorageFixture,
  newConversation,
  shortRun,
  type StorageFixture,
} from '../storage/testing/storage-fixture.ts'
import { createConversationHistories, type ConversationHistories } from './conversation-histories.ts'
import { createConversations, type Conversations } from './conversations.ts'
import { createLiveConfigurations, type LiveConfigurations } from './live-configuration.ts'

let fixture: StorageFixture
let storage: Storage
let registry: RunRegistry
let live: LiveConfigurations
let histories: ConversationHistories
let conversations: Conversations
let changed: ConversationId[]
const id = 'c1' as ConversationId
const gone = 'c9' as ConversationId

beforeEach(async () => {
  fixture = createStorageFixture()
  storage = (await fixture.open()).storage
  registry = createRunRegistry(storage.runs, () => {})
  live = createLiveConfigurations()
  histories = createConversationHistories()
  changed = []
  conversations = createConversations({
    storage,
    registry,
    live,
    histories,
    onConversationChanged: (of) => changed.push(of),
  })
  await storage.conversations.create(newConversation('c1'))
})
afterEach(async () => {
  await registry.cancelAll()
  await fixture.remove()
})

/** A run that says these events and then waits to be stopped. */
async function startRun(runId: string, events: readonly RunEvent[]): Promise<void> {
  await registry.start({ runId: runId as RunId, conversationId: id }, async (emit, { signal }) => {
    for (const event of events) emit(event)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    emit({ type: 'run-ended', stop: { kind: 'cancelled' }, at: 99 })
    return { kind: 'cancelled' }
  })
}

describe('a choice', () => {
  test('is kept, reaches a run under way, and is told to the pages', async () => {
    const inference = { effort: 'high', maxTokens: 500 } as const
    expect(await conversations.configure(id, { modelId: 'other:m' as ModelId, inference })).toEqual({ inference })
    expect(live.get(id)).toEqual({ modelId: 'other:m', inference })
    const { summary, inference: kept } = await conversations.get(id)
    expect([summary.modelId, kept]).toEqual(['other:m', inference])
    expect(changed).toEqual([id])
  })

  test('of a model alone leaves the settings, and answers which hold', async () => {
    await conversations.configure(id, { inference: { topP: 0.5 } })
    expect(await conversations.configure(id, { modelId: 'other:m' as ModelId })).toEqual({ inference: { topP: 0.5 } })
  })

  test('for a conversation that is gone reaches no run and is told to nobody', async () => {
    await expect(conversations.configure(gone, { inference: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect([live.get(gone), changed]).toEqual([{}, []])
  })
})

describe('a pin', () => {
  test('is kept, and a run under way hears the words of all pinned messages', async () => {
    const pinned = ['r1-reply', 'r2-user'] as MessageId[]
    await storage.runs.append('r1' as RunId, shortRun(id, 'r1', { question: 'Why?', answer: 'Because.' }))
    await startRun('r2', shortRun(id, 'r2', { question: 'And then?' }))
    for (const message of pinned) await conversations.pin(id, message, true)
    expect((await conversations.get(id)).pinned).toEqual(pinned)
    expect(live.get(id)).toEqual({ pinned: ['Because.', 'And then?'] })
    await conversations.pin(id, 'r1-reply' as MessageId, false)
    expect(live.get(id)).toEqual({ pinned: ['And then?'] })
    expect(changed).toEqual([id, id, id])
  })

  test('in a conversation that is gone is refused', async () => {
    await expect(conversations.pin(gone, 'm1' as MessageId, true)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(changed).toEqual([])
  })
})

test('what is read has the words of the run under way that are not stored yet', async () => {
  const words: RunEvent = { type: 'text-delta', messageId: 'r1-reply' as MessageId, index: 0, text: 'newest' }
  await startRun('r1', [...shortRun(id, 'r1', { question: 'Why?' }), words])
  const { summary, runs } = await conversations.get(id)
  expect([summary.activeRunId, runs]).toEqual(['r1', [registry.ofConversation(id)?.state()]])
})

test('deleting stops the run under way and forgets what was kept in memory', async () => {
  await startRun('r1', shortRun(id, 'r1', { question: 'Why?' }))
  await conversations.configure(id, { inference: { topP: 0.5 } })
  histories.put(id, { lastRunId: 'r1' as RunId, history: [], hasImages: false })
  await conversations.delete(id)
  expect(registry.ofConversation(id)).toBeUndefined()
  expect([live.get(id), histories.get(id, { lastRunId: 'r1' as RunId })]).toEqual([{}, undefined])
  expect((await conversations.restore(id)).activeRunId).toBeNull()
})
