import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import { runEvent } from '../../shared/run-events.ts'
import { createConversationOperations } from './conversation-operations.ts'
import { openDatabase } from './open-database.ts'
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

const replace = (conversation: string, replaces: string, run: string, question: string, answer: string) =>
  storage.runs.append(run as RunId, shortRun(conversation, run, { question, answer, replaces }))

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
      inference: {},
      pinned: [],
    })
  })

  test('keep what was chosen for them, each choice leaving the others as they were', async () => {
    await storage.conversations.configure(first, { inference: { effort: 'high', maxTokens: 500 } })
    await storage.conversations.configure(first, { modelId: 'other:m' as ModelId })
    await storage.conversations.configure(first, {})
    expect(await storage.conversations.get(first)).toMatchObject({
      inference: { effort: 'high', maxTokens: 500 },
      summary: { modelId: 'other:m' },
    })
    await storage.conversations.configure(first, { inference: { caching: 'off' } })
    expect((await storage.conversations.get(first)).inference).toEqual({ caching: 'off' })
  })

  test('pin messages once, in the order the person did, and let go of them', async () => {
    const pin = (id: string, isPinned: boolean) => storage.conversations.pin(first, id as MessageId, isPinned)
    for (const id of ['m2', 'm1', 'm2', 'm3']) await pin(id, true)
    await pin('m1', false)
    await pin('never', false)
    expect((await storage.conversations.get(first)).pinned).toEqual(['m2', 'm3'])
  })

  test('give the words of pinned messages as they were said, without those of replaced runs', async () => {
    await add('c1', 'r1', 'first \u0002question\u0003', 'first answer')
    await add('c1', 'r2', 'replaced', 'gone')
    await replace('c1', 'r2', 'r3', 'third question', 'third answer')
    for (const id of ['r3-reply', 'r2-user', 'r1-user', 'unknown'])
      await storage.conversations.pin(first, id as MessageId, true)
    await storage.conversations.create(newConversation('c2'))
    const texts = (id: string) => storage.conversations.pinnedTexts(id as ConversationId)
    expect(await texts('c1')).toEqual(['first \u0002question\u0003', 'third answer'])
    expect(await texts('c2')).toEqual([])
  })

  test('refuse a choice or a pin once they are deleted', async () => {
    await storage.conversations.delete(first)
    const gone = { code: 'NOT_FOUND' }
    await expect(storage.conversations.configure(first, { inference: {} })).rejects.toMatchObject(gone)
    await expect(storage.conversations.pin(first, 'm1' as MessageId, true)).rejects.toMatchObject(gone)
    await expect(storage.conversations.brief(first)).rejects.toMatchObject(gone)
  })

  test('have a brief that names the newest run no retry replaced', async () => {
    const lastRun = async () => (await storage.conversations.brief(first)).lastRunId
    expect(await lastRun()).toBeNull()
    await add('c1', 'r1', 'one', 'two')
    await add('c1', 'r2', 'three', 'four')
    await replace('c1', 'r2', 'r3', 'three', 'five')
    expect(await lastRun()).toBe('r3')
    await storage.conversations.configure(first, { inference: { topP: 0.5 } })
    await storage.conversations.pin(first, 'm1' as MessageId, true)
    const { runs, ...whole } = await storage.conversations.get(first)
    expect(runs.map((run) => run.runId)).toEqual(['r1', 'r3'])
    expect(await storage.conversations.brief(first)).toEqual({ ...whole, lastRunId: 'r3' })
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

  test('have a brief that is found by index, however long they are', async () => {
    await storage.close()
    const { database } = openDatabase(fixture.file)
    const plans: string[] = []
    const explain = (sql: string, values: readonly Parameters<typeof database.all>[1][]) =>
      plans.push(...database.all<{ detail: string }>(`explain query plan ${sql}`, ...values).map((row) => row.detail))
    const explained: typeof database = {
      ...database,
      all: (sql, ...values) => (explain(sql, values), database.all(sql, ...values)),
      first: (sql, ...values) => (explain(sql, values), database.first(sql, ...values)),
    }
    createConversationOperations(explained).brief(first)
    database.close()
    const tables = ['conversations', 'runs', 'pinned_messages']
    expect(tables.filter((table) => plans.some((plan) => plan.includes(`SEARCH ${table} `)))).toEqual(tables)
    expect(plans.filter((plan) => plan.startsWith('SCAN') || plan.includes('run_events'))).toEqual([])
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
    await replace('c1', 'r1', 'r2', 'second try', 'better')
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
