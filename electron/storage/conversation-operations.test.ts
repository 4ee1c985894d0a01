import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { runEvent } from '../../shared/run-events.ts'
import { createStorageFixture, newConversation, shortRun, type StorageFixture } from './testing/storage-fixture.ts'
import type { Storage } from './storage.ts'

let fixture: StorageFixture
let storage: Storage
const first = 'c1' as ConversationId

beforeEach(async () => {
  fixture = createStorageFixture()
  storage = (await fixture.open()).storage
  await storage.conversations.create(newConversation('c1'))
})
afterEach(() => fixture.remove())

const add = (conversation: string, run: string, question: string, answer?: string, at = 10) =>
  storage.runs.append(
    run as RunId,
    shortRun(conversation, run, answer === undefined ? { question, at } : { question, answer, at }),
  )

describe('conversations', () => {
  test('a new one is empty, free and without a title', async () => {
    expect(await storage.conversations.get(first)).toEqual({
      summary: {
        id: 'c1',
        title: '',
        agentId: 'analyst',
        modelId: 'test:model',
        createdAt: 1,
        updatedAt: 1,
        activeRunId: null,
        usage: { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 },
        cost: { kind: 'free' },
      },
      runs: [],
    })
  })

  test('are listed newest first, as many as asked', async () => {
    await storage.conversations.create(newConversation('c2', 2))
    await storage.conversations.create(newConversation('c3', 3))
    await add('c1', 'r1', 'hello', 'hi', 20)
    const ids = async (limit: number) => (await storage.conversations.list({ limit })).map((summary) => summary.id)
    expect([await ids(10), await ids(2)]).toEqual([
      ['c1', 'c3', 'c2'],
      ['c1', 'c3'],
    ])
  })

  test('a suggested title never replaces one that is there', async () => {
    const titles = [
      (await storage.conversations.suggestTitle(first, 'Suggested')).title,
      (await storage.conversations.suggestTitle(first, 'Another')).title,
      (await storage.conversations.rename(first, 'Chosen')).title,
      (await storage.conversations.suggestTitle(first, 'Late')).title,
    ]
    expect(titles).toEqual(['Suggested', 'Suggested', 'Chosen', 'Chosen'])
  })

  test('a deleted one is hidden until it is restored, and gone once purged', async () => {
    await add('c1', 'r1', 'find the walrus', 'here')
    await storage.conversations.delete(first)
    expect(await storage.conversations.list({ limit: 9 })).toEqual([])
    expect(await storage.conversations.list({ search: 'walrus', limit: 9 })).toEqual([])
    await expect(storage.conversations.get(first)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(storage.conversations.rename(first, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(storage.conversations.delete(first)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await storage.conversations.restore(first)).id).toBe('c1')
    expect(await storage.conversations.list({ search: 'walrus', limit: 9 })).toHaveLength(1)
    await storage.conversations.delete(first)
    await storage.conversations.purgeDeleted()
    await expect(storage.conversations.restore(first)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(add('c1', 'r2', 'anyone there?')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('name the run under way, and the agent and model last used', async () => {
    await add('c1', 'r1', 'hello')
    expect((await storage.conversations.list({ limit: 1 }))[0]?.activeRunId).toBe('r1')
    const [started] = shortRun('c1', 'r2', { question: 'again' })
    await storage.runs.append('r1' as RunId, [
      runEvent.parse({ type: 'run-ended', stop: { kind: 'cancelled' }, at: 30 }),
    ])
    await storage.runs.append('r2' as RunId, [runEvent.parse({ ...started, agentId: 'files', modelId: 'other:m' })])
    expect((await storage.conversations.list({ limit: 1 }))[0]).toMatchObject({
      activeRunId: 'r2',
      agentId: 'files',
      modelId: 'other:m',
    })
  })

  test('leave out a superseded run but keep what it cost', async () => {
    await add('c1', 'r1', 'first try', 'unlucky')
    await storage.runs.append('r1' as RunId, [
      runEvent.parse({
        type: 'model-call-completed',
        call: {
          modelId: 'test:model',
          startedAt: 1,
          timeToFirstTokenMs: null,
          durationMs: 1,
          endpointLatencyMs: null,
          usage: { inputTokens: 5, outputTokens: 6, cacheReadTokens: 7, cacheWriteTokens: 8 },
          cost: { kind: 'priced', usd: 0.25 },
          stopReason: null,
        },
      }),
    ])
    await storage.runs.supersede('r1' as RunId)
    await add('c1', 'r2', 'second try', 'better')
    const { summary, runs } = await storage.conversations.get(first)
    expect(runs.map((run) => run.runId)).toEqual(['r2'])
    expect(summary.usage).toEqual({ inputTokens: 5, outputTokens: 6, cacheReadTokens: 7, cacheWriteTokens: 8 })
    expect(summary.cost).toEqual({ kind: 'priced', usd: 0.25 })
    expect(await storage.conversations.list({ search: 'unlucky', limit: 9 })).toEqual([])
  })
})

describe('search', () => {
  const search = async (words: string) =>
    (await storage.conversations.list({ search: words, limit: 9 })).map(({ id, snippet }) => [id, snippet])

  test('finds titles and messages, marks the match, and shows titles first', async () => {
    await storage.conversations.create(newConversation('c2'))
    await add('c1', 'r1', 'Compare revenue by region', 'Revenue rose in Europe.', 50)
    await add('c2', 'r2', 'hello', 'hi', 20)
    await storage.conversations.rename('c2' as ConversationId, 'Revenue')
    expect(await search('revenue')).toEqual([
      ['c2', '\u0002Revenue\u0003'],
      ['c1', '\u0002Revenue\u0003 rose in Europe.'],
    ])
  })

  test('takes the last word as a beginning and the others whole', async () => {
    await add('c1', 'r1', 'Compare revenue by region')
    expect((await search('compare reg')).length).toBe(1)
    expect((await search('comp region')).length).toBe(0)
  })

  test('follows a renamed title and forgets the old one', async () => {
    await storage.conversations.rename(first, 'Walrus')
    await storage.conversations.rename(first, 'Penguin')
    expect([(await search('walrus')).length, (await search('penguin')).length]).toEqual([0, 1])
  })

  test.each([
    ['"quoted" \'words\'', '"quoted'],
    ['AND OR NOT NEAR', 'not near'],
    ['C++ -minus (x) a:b col:val ^caret', 'a:b'],
    ['sales-2024.csv', 'sales-2024'],
    ['été à Zürich', 'ZURICH'],
    ['数字 売上', '売上'],
    ['half \ud83d surrogate', '\ud83d surrogate'],
    ['nul\0byte', 'nul\0byte'],
    ['star * star', '* star'],
  ])('finds %j by the plain words %j', async (text, words) => {
    await add('c1', 'r1', text)
    expect((await search(words)).map(([id]) => id)).toEqual(['c1'])
  })

  test.each(['*', '"', '-', '""" * ^', '\u{1F600}', ')', "'"])(
    'finds nothing by %j, without failing',
    async (words) => {
      await add('c1', 'r1', 'something')
      expect(await search(words)).toEqual([])
    },
  )

  test('shows everything for blank text', async () => {
    expect(await search('  ')).toEqual([['c1', undefined]])
  })

  test('cannot be made to show a match that is none', async () => {
    await add('c1', 'r1', 'real \u0002fake\u0003 words')
    expect(await search('real')).toEqual([['c1', '\u0002real\u0003 fake words']])
  })

  test('finds what was streamed of an answer that was cut short', async () => {
    await add('c1', 'r1', 'question')
    await storage.runs.append('r1' as RunId, [
      runEvent.parse({ type: 'text-delta', messageId: 'r1-reply', index: 0, text: 'halfway wal' }),
      runEvent.parse({ type: 'text-delta', messageId: 'r1-reply', index: 0, text: 'rus' }),
    ])
    expect(await search('walrus')).toEqual([])
    await storage.runs.endInterrupted(70)
    expect(await search('walrus')).toEqual([['c1', 'halfway \u0002walrus\u0003']])
  })
})
