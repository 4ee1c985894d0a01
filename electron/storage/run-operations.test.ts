import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, runEvent, type RunEvent } from '../../shared/run-events.ts'
import { addCost, addUsage, noUsage, type Cost } from '../../shared/usage.ts'
import { createOperations } from './create-operations.ts'
import { openDatabase } from './open-database.ts'
import type { Storage } from './storage.ts'
import { arbitraryRun } from './testing/arbitrary-run.ts'
import { createStorageFixture, newConversation, shortRun, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
let storage: Storage

beforeEach(async () => {
  fixture = createStorageFixture()
  storage = (await fixture.open()).storage
})
afterEach(() => fixture.remove())

/** The same events, cut into appends at the given places. */
function cut(events: readonly RunEvent[], sizes: readonly number[]): RunEvent[][] {
  const batches: RunEvent[][] = []
  for (let at = 0, turn = 0; at < events.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    batches.push(events.slice(at, at + size))
    at += size
  }
  return batches
}

describe('runs', () => {
  test('load back equal to the fold of what was stored, however it was cut', { timeout: 60_000 }, async () => {
    let round = 0
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
    const property = fc.asyncProperty(arbitraryRun, sizes, async (runOf, batchSizes) => {
      round += 1
      const runId = `r${round}` as RunId
      const conversationId = `c${round}` as ConversationId
      const events = runOf({ runId, conversationId })
      await storage.conversations.create(newConversation(conversationId))
      for (const batch of cut(events, batchSizes)) await storage.runs.append(runId, batch)
      const { summary, runs } = await storage.conversations.get(conversationId)
      expect(runs).toEqual([foldRunEvents(events)])
      const calls = runs[0]?.calls ?? []
      expect({ usage: summary.usage, cost: summary.cost }).toEqual({
        usage: calls.reduce((sum, call) => addUsage(sum, call.usage ?? noUsage), noUsage),
        cost: calls.reduce<Cost>((sum, call) => addCost(sum, call.cost), { kind: 'free' }),
      })
    })
    await fc.assert(property, { numRuns: 150 })
  })

  test('keep each completed text once', async () => {
    await storage.conversations.create(newConversation('c1'))
    const [started, opened, completed, ended] = shortRun('c1', 'r1', { question: 'Why?', answer: 'x'.repeat(1000) })
    const deltas = Array.from({ length: 1000 }, () =>
      runEvent.parse({ type: 'text-delta', messageId: 'r1-reply', index: 0, text: 'x' }),
    )
    await storage.runs.append('r1' as RunId, [started, opened, ...deltas] as RunEvent[])
    await storage.runs.append('r1' as RunId, [completed, ended] as RunEvent[])
    await storage.close()
    const sqlite = new DatabaseSync(fixture.file, { readOnly: true })
    const types = sqlite.prepare(`select json ->> 'type' as type from run_events order by id`).all()
    sqlite.close()
    expect(types.map((row) => row['type'])).toEqual([
      'run-started',
      'message-started',
      'message-completed',
      'run-ended',
    ])
  })

  test('keep nothing of the tool uses a rewound message lost', async () => {
    await storage.conversations.create(newConversation('c1'))
    const messageId = 'r1-reply'
    const use = (index: number, toolUseId: string) => [
      { type: 'tool-use-started', messageId, index, toolUseId, name: 'calculator' },
      { type: 'tool-input-delta', toolUseId, json: '{"a":' },
    ]
    const events = [
      ...shortRun('c1', 'r1', { question: 'Why?' }),
      ...[
        { type: 'text-delta', messageId, index: 0, text: 'Well' },
        ...use(1, 'lost'),
        { type: 'message-rewound', messageId, blocks: 1 },
        ...use(1, 'kept'),
      ].map((event) => runEvent.parse(event)),
    ]
    await storage.runs.append('r1' as RunId, events)
    expect(await storage.runs.get('r1' as RunId)).toEqual(foldRunEvents(events))
    await storage.close()
    const sqlite = new DatabaseSync(fixture.file, { readOnly: true })
    const uses = sqlite
      .prepare(`select json ->> 'toolUseId' as use from run_events where json ->> 'toolUseId' is not null order by id`)
      .all()
    sqlite.close()
    expect(uses.map((row) => row['use'])).toEqual(['kept', 'kept'])
  })

  test('refuse events of a run that was never started', async () => {
    const append = storage.runs.append('r9' as RunId, [
      runEvent.parse({ type: 'run-ended', stop: { kind: 'completed' }, at: 1 }),
    ])
    await expect(append).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a refused append stores none of its events', async () => {
    await storage.conversations.create(newConversation('c1'))
    const events = shortRun('c1', 'r1', { question: 'one', answer: 'two' })
    await storage.runs.append('r1' as RunId, events.slice(0, 1))
    // JSON has no big integers: the last event fails after the others went in.
    const unwritable: RunEvent = { type: 'run-ended', stop: { kind: 'completed' }, at: 1n as unknown as number }
    await expect(storage.runs.append('r1' as RunId, [...events.slice(1), unwritable])).rejects.toThrow()
    const { runs } = await storage.conversations.get('c1' as ConversationId)
    expect(runs).toEqual([foldRunEvents(events.slice(0, 1))])
  })

  test('take a refreshed result after their end, and stay ended', async () => {
    await storage.conversations.create(newConversation('c1'))
    const ended = shortRun('c1', 'r1', { question: 'one', answer: 'two' })
    const outcome = { status: 'success', content: [{ type: 'text', text: 'new' }] }
    const use = { messageId: 'r1-reply', index: 1, toolUseId: 'use', name: 'calculator' }
    const events = [
      ...ended.slice(0, 2),
      runEvent.parse({ type: 'tool-use-started', ...use }),
      ...ended.slice(2),
      runEvent.parse({ type: 'tool-refreshed', toolUseId: 'use', outcome, durationMs: 5, at: 90 }),
    ]
    await storage.runs.append('r1' as RunId, events.slice(0, -1))
    await storage.runs.append('r1' as RunId, events.slice(-1))
    const run = await storage.runs.get('r1' as RunId)
    expect(run).toEqual(foldRunEvents(events))
    expect([run?.endedAt, run?.tools['use']?.refreshed]).toEqual([10, { outcome, durationMs: 5, at: 90 }])
    expect(await storage.runs.endInterrupted(99)).toEqual([])
  })

  test('are read one by one, replaced ones too, until their conversation is deleted', async () => {
    await storage.conversations.create(newConversation('c1'))
    const first = shortRun('c1', 'r1', { question: 'one', answer: 'two' })
    const second = shortRun('c1', 'r2', { question: 'three', replaces: 'r1' })
    await storage.runs.append('r1' as RunId, first)
    await storage.runs.append('r2' as RunId, second)
    const read = () => Promise.all(['r1', 'r2', 'r9'].map((run) => storage.runs.get(run as RunId)))
    expect(await read()).toEqual([foldRunEvents(first), foldRunEvents(second), undefined])
    await storage.conversations.delete('c1' as ConversationId)
    expect(await read()).toEqual([undefined, undefined, undefined])
  })

  test('are listed newest first, without replaced ones and those of deleted conversations', async () => {
    for (const id of ['c1', 'c2']) await storage.conversations.create(newConversation(id))
    for (const [index, of] of ['c1', 'c1', 'c2', 'c1'].entries())
      await storage.runs.append(
        `r${index}` as RunId,
        shortRun(of, `r${index}`, { question: 'one', at: 10 + index, ...(index === 3 ? { replaces: 'r1' } : {}) }),
      )
    await storage.runs.append('r0' as RunId, [
      runEvent.parse({ type: 'run-ended', stop: { kind: 'completed' }, at: 50 }),
    ])
    const ids = async (limit: number) => (await storage.runs.recent(limit)).map((run) => run.runId)
    expect([await ids(9), await ids(2)]).toEqual([
      ['r3', 'r2', 'r0'],
      ['r3', 'r2'],
    ])
    await storage.conversations.delete('c2' as ConversationId)
    expect(await storage.runs.recent(9)).toEqual([
      { runId: 'r3', conversationId: 'c1', startedAt: 13, endedAt: null },
      { runId: 'r0', conversationId: 'c1', startedAt: 10, endedAt: 50 },
    ])
  })

  test('refuse to start twice', async () => {
    await storage.conversations.create(newConversation('c1'))
    const events = shortRun('c1', 'r1', { question: 'one', answer: 'two' })
    await storage.runs.append('r1' as RunId, events)
    await expect(storage.runs.append('r1' as RunId, events)).rejects.toThrow()
    expect((await storage.conversations.get('c1' as ConversationId)).runs).toEqual([foldRunEvents(events)])
  })

  test('left open by the last process end as interrupted, once', async () => {
    await storage.conversations.create(newConversation('c1'))
    const open = shortRun('c1', 'r1', { question: 'one' })
    await storage.runs.append('r1' as RunId, open)
    await storage.runs.append('r2' as RunId, shortRun('c1', 'r2', { question: 'two', answer: 'done' }))
    const stopped: RunEvent = { type: 'run-ended', stop: { kind: 'interrupted' }, at: 77 }
    expect(await storage.runs.endInterrupted(77)).toEqual([foldRunEvents([...open, stopped])])
    expect(await storage.runs.endInterrupted(78)).toEqual([])
    const { summary, runs } = await storage.conversations.get('c1' as ConversationId)
    expect([summary.activeRunId, runs[0]?.stop]).toEqual([null, { kind: 'interrupted' }])
  })

  test('an append costs the same statements however long the history is', async () => {
    await storage.close()
    const { database } = openDatabase(fixture.file)
    let steps = 0
    const counted = {
      ...database,
      all: <Row>(...call: Parameters<typeof database.all>) => (steps++, database.all<Row>(...call)),
      first: <Row>(...call: Parameters<typeof database.first>) => (steps++, database.first<Row>(...call)),
      run: (...call: Parameters<typeof database.run>) => (steps++, database.run(...call)),
    }
    const { conversations, runs } = createOperations(counted)
    conversations.create(newConversation('c1'))
    const stepsOf = (run: string) => {
      const before = steps
      runs.append(run as RunId, shortRun('c1', run, { question: 'why', answer: 'because' }), `batch of ${run}`)
      return steps - before
    }
    const early = stepsOf('r0')
    for (let index = 1; index < 300; index++) stepsOf(`r${index}`)
    expect(stepsOf('r300')).toBe(early)
    database.close()
  })
})
