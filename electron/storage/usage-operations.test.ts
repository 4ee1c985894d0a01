import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AgentUsage } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, RunId } from '../../shared/ids.ts'
import { modelCall, runEvent, type ModelCall } from '../../shared/run-events.ts'
import { addCost, addUsage, noUsage } from '../../shared/usage.ts'
import { createOperations } from './create-operations.ts'
import { openDatabase } from './open-database.ts'
import { createStorageFixture, newConversation, shortRun, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
beforeEach(() => void (fixture = createStorageFixture()))
afterEach(() => fixture.remove())

const call = (changes: object = {}): ModelCall =>
  modelCall.parse({
    modelId: 'test:model',
    startedAt: 1,
    timeToFirstTokenMs: null,
    durationMs: 1,
    endpointLatencyMs: null,
    usage: null,
    cost: { kind: 'free' },
    stopReason: null,
    ...changes,
  })

const report = (cacheableTokens: number, savedUsd: number | null) => ({
  points: [],
  predicted: { reach: 'nothing', readTokens: 0, writeTokens: 0, promptTokens: 0 },
  reach: 'nothing',
  cacheableTokens,
  miss: null,
  wasPredicted: true,
  savedUsd,
})

const tokens = fc.integer({ min: 0, max: 1000 })
/** Multiples of a power of two, so that sums are exact whatever their order. */
const usd = fc.integer({ min: -4096, max: 4096 }).map((parts) => parts / 1024)
const arbitraryCall = fc
  .record({
    agentId: fc.constantFrom<AgentId>('analyst' as AgentId, 'files' as AgentId, '__proto__' as AgentId),
    usage: fc.option(
      fc.record({
        inputTokens: tokens,
        outputTokens: tokens,
        cacheReadTokens: tokens,
        cacheWriteTokens: tokens,
        cacheWriteHourTokens: fc.option(tokens, { nil: undefined }),
      }),
    ),
    cost: fc.oneof(
      { weight: 4, arbitrary: usd.map((of) => ({ kind: 'priced', usd: Math.abs(of) })) },
      { weight: 4, arbitrary: fc.constant({ kind: 'free' }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'unpriced' }) },
    ),
    cache: fc.option(fc.tuple(tokens, fc.option(usd)), { nil: undefined }),
  })
  .map(({ agentId, cache, ...rest }) => ({
    agentId,
    call: call({ ...rest, ...(cache === undefined ? {} : { cache: report(...cache) }) }),
  }))

test('sums per agent are the fold of its calls, and what is unknown stays unknown', () => {
  const { database } = openDatabase(fixture.file)
  const { usage } = createOperations(database)
  const property = fc.property(fc.array(arbitraryCall, { maxLength: 12 }), (calls) => {
    database.run('delete from model_calls')
    for (const entry of calls) usage.recordCall(entry)
    const byAgent = Map.groupBy(calls, (entry) => entry.agentId)
    const expected = [...byAgent].map(([agentId, entries]) =>
      sumUp(
        agentId,
        entries.map((entry) => entry.call),
      ),
    )
    expect(usage.byAgent()).toEqual(expected.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1)))
  })
  fc.assert(property, { numRuns: 200 })
  database.close()
})

function sumUp(agentId: AgentId, calls: readonly ModelCall[]): AgentUsage {
  return {
    agentId,
    calls: calls.length,
    usage: calls.reduce((sum, one) => addUsage(sum, one.usage ?? noUsage), noUsage),
    cost: calls.reduce<AgentUsage['cost']>((sum, one) => addCost(sum, one.cost), { kind: 'free' }),
    knownUsd: calls.reduce((sum, { cost }) => sum + (cost.kind === 'priced' ? cost.usd : 0), 0),
    cacheableTokens: calls.reduce(
      (sum, one) => sum + Math.max(one.cache?.cacheableTokens ?? 0, one.usage?.cacheReadTokens ?? 0),
      0,
    ),
    savedUsd: calls.some(({ cache }) => cache?.savedUsd === null)
      ? null
      : calls.reduce((sum, one) => sum + (one.cache?.savedUsd ?? 0), 0),
  }
}

test('calls of deleted conversations and of none count, each with what it was for', async () => {
  const { storage } = await fixture.open()
  const conversationId = 'c1' as ConversationId
  await storage.conversations.create(newConversation('c1'))
  const compacting = call({ purpose: 'compaction', cache: report(40, -0.5), cost: { kind: 'priced', usd: 2 } })
  await storage.runs.append('r1' as RunId, [
    ...shortRun('c1', 'r1', { question: 'Why?' }),
    runEvent.parse({ type: 'model-call-completed', call: compacting }),
  ])
  await storage.usage.recordCall({ agentId: 'analyst' as AgentId, call: call({ cost: { kind: 'priced', usd: 1 } }) })
  await storage.conversations.delete(conversationId)
  await storage.conversations.purgeDeleted()
  expect(await storage.usage.byAgent()).toEqual([
    {
      agentId: 'analyst',
      calls: 2,
      usage: noUsage,
      cost: { kind: 'priced', usd: 3 },
      knownUsd: 3,
      cacheableTokens: 40,
      savedUsd: -0.5,
    },
  ])
  await storage.close()
  const sqlite = new DatabaseSync(fixture.file, { readOnly: true })
  const rows = sqlite
    .prepare('select conversation_id, run_id, purpose, cacheable_tokens, saved_usd from model_calls')
    .all()
  sqlite.close()
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['c1', 'r1', 'compaction', 40, -0.5],
    ['', '', null, null, null],
  ])
})
