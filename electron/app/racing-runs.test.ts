import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import type { LiveRun } from '../agent/run-registry.ts'
import { lastPrompt, sonnet, startWholeApp, type WholeApp } from './whole-app.fixture.ts'

let emulator: Emulator
let whole: WholeApp
let id: ConversationId

beforeAll(async () => {
  emulator = await startEmulator()
  whole = await startWholeApp(emulator)
})
afterEach(() => emulator.reset())
afterAll(async () => {
  await whole.close()
  await emulator.close()
})

const balanced = 'auto:balanced' as ModelId
const offline = 'offline:analyst' as ModelId
const completed = { kind: 'completed' }

describe('a run that is still being started', () => {
  test('is not put beside another one: each answer is in the history of the next', async () => {
    id = await whole.newConversation()
    const { asking, goOn } = await askWhileModelsAreListed('The second question')
    emulator.script([{ text: 'The first answer.' }])
    await whole.run(id, { text: 'The first question' }).catch(() => null)
    goOn()
    await asking.then((run) => run?.ended)
    await whole.run(id, { text: 'The third question' })
    const { runs } = await whole.ask('conversation.get', { conversationId: id })
    const questions = runs
      .map(({ messages }) => messages[0]?.content[0])
      .map((block) => block?.type === 'text' && block.text)
    expect(lastPrompt(emulator).filter((_, at) => at % 2 === 0)).toEqual(questions)
  })

  test('leaves nothing once its conversation is deleted', async () => {
    id = await whole.newConversation()
    const { asking, goOn } = await askWhileModelsAreListed('Hello?')
    await whole.ask('conversation.delete', { conversationId: id })
    goOn()
    expect(await asking).toBeNull()
    await whole.app.runs.ofConversation(id)?.ended
    await whole.ask('conversation.restore', { conversationId: id })
    expect((await whole.ask('conversation.get', { conversationId: id })).runs).toEqual([])
  })
})

test('two questions at the same moment: one is answered, the other is refused', async () => {
  id = await whole.newConversation()
  const asked = await Promise.allSettled(['a', 'b', 'c'].map((text) => whole.start(id, { text })))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of asked)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'RUN_ALREADY_ACTIVE' })
  await whole.app.runs.ofConversation(id)?.ended
  expect((await whole.ask('conversation.get', { conversationId: id })).runs).toHaveLength(1)
})

test('a retry whose earlier answer cannot be taken out leaves no second answer beside it', async () => {
  id = await whole.newConversation()
  await whole.run(id, { text: 'Hello' })
  await whole.restart(() =>
    alterDatabase(
      `create trigger broken before update of is_superseded on runs begin select raise(fail, 'broken'); end`,
    ),
  )
  try {
    await expect(whole.start(id, { kind: 'retry' })).rejects.toThrow(/./)
    await whole.app.runs.ofConversation(id)?.ended
    const { runs } = await whole.ask('conversation.get', { conversationId: id })
    expect(runs.filter(({ stop }) => stop?.kind === 'completed')).toHaveLength(1)
  } finally {
    await whole.restart(() => alterDatabase('drop trigger broken'))
  }
})

describe('settings changed again and again during a tool loop', () => {
  const change = fc.record({
    modelId: fc.constantFrom(sonnet, offline, balanced, 'bedrock:us.anthropic.claude-haiku-5-5' as ModelId),
    inference: fc.record(
      {
        caching: fc.constantFrom('auto', '5m', '1h', 'off'),
        region: fc.constantFrom('us-east-1', 'eu-west-1', 'us-west-2'),
        temperature: fc.constantFrom(0, 1, 2),
        maxTokens: fc.constantFrom(1, 4000, 1_000_000),
        effort: fc.constantFrom('low', 'max'),
      },
      { requiredKeys: [] },
    ),
  })

  test(
    'leave every request valid, the run complete, and the stored run what was shown',
    { timeout: 90_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          emulator.reset()
          emulator.setDefaultReply((request) =>
            JSON.stringify(request.messages).split('"toolResult"').length <= changes.length
              ? [{ text: 'Adding.' }, { toolUse: { name: 'calculator', input: { expression: '1+1' } } }]
              : [{ text: 'Done.' }],
          )
          id = await whole.newConversation()
          const live = await whole.start(id, { text: 'What is 1 + 1?' })
          const waiting = changes.values()
          await following(live, 'tool-completed', async () => {
            const next = waiting.next().value
            if (next !== undefined) await whole.ask('conversation.configure', { conversationId: id, ...next })
          })
          const { stop } = live.state()
          expect(['completed', 'max-tokens']).toContain(stop?.kind)
          // The default reply follows `maxTokens`: with one token an answer is cut, which is no failure.
          const { runs } = await whole.ask('conversation.get', { conversationId: id })
          expect(runs).toEqual([live.state()])
          expect(live.state().calls.every(({ durationMs }) => durationMs >= 0)).toBe(true)
        }),
        { numRuns: 12 },
      )
    },
  )
})

describe('a compaction', () => {
  test('asked twice, or while something is answered, is refused in words', async () => {
    id = await longConversation()
    emulator.configure({ firstTokenDelayMs: 60_000 })
    const first = await whole.start(id, { kind: 'compact' })
    const others = [
      whole.start(id, { kind: 'compact' }),
      whole.start(id, { text: 'Now' }),
      whole.start(id, { kind: 'retry' }),
    ]
    for (const other of await Promise.allSettled(others))
      expect(other).toMatchObject({ status: 'rejected', reason: { code: 'RUN_ALREADY_ACTIVE' } })
    first.cancel()
    expect(await first.ended).toEqual({ kind: 'cancelled' })
  })

  test('cancelled in the middle leaves the history as it was', async () => {
    id = await longConversation()
    const before = lastPrompt(emulator)
    emulator.setDefaultReply([{ text: 'A summary that takes its time.', chunkSize: 1 }])
    emulator.configure({ perDeltaDelayMs: 50 })
    const live = await whole.start(id, { kind: 'compact' })
    setTimeout(() => live.cancel(), 300)
    expect(await live.ended).toEqual({ kind: 'cancelled' })
    expect(live.state().compactions).toBeUndefined()
    emulator.reset()
    await whole.run(id, { text: 'And now?' })
    expect(lastPrompt(emulator).slice(0, before.length)).toEqual(before)
  })

  test('is read the same after a restart, a retry and a continuation', async () => {
    id = await longConversation()
    emulator.script([{ text: 'They spoke of four letters.' }])
    expect((await whole.run(id, { kind: 'compact' })).stop).toEqual(completed)
    await whole.run(id, { text: 'First since' })
    const [summary] = lastPrompt(emulator)
    expect(summary).toContain('They spoke of four letters.')
    await whole.restart()
    await whole.run(id, { text: 'Second since' })
    expect(lastPrompt(emulator)[0]).toBe(summary)
    const afterRestart = lastPrompt(emulator)
    await whole.run(id, { kind: 'retry' })
    expect(lastPrompt(emulator)).toEqual(afterRestart)
    await whole.run(id, { kind: 'continue' })
    expect(lastPrompt(emulator).slice(0, afterRestart.length)).toEqual(afterRestart)
  })

  test('no longer quotes a pinned message that a retry took out', async () => {
    id = await longConversation()
    emulator.script([[{ text: 'The word is PERIWINKLE.' }], [{ text: 'I know of no word.' }], [{ text: 'A summary.' }]])
    const { messages } = await whole.run(id, { text: 'What is the word?' })
    await whole.ask('message.pin', { conversationId: id, messageId: messages[1]!.id, isPinned: true })
    await whole.run(id, { kind: 'retry' })
    const { compactions = [] } = await whole.run(id, { kind: 'compact' })
    expect(compactions.map(({ summary }) => summary)).toEqual([expect.stringContaining('A summary.')])
    expect(JSON.stringify(compactions)).not.toContain('PERIWINKLE')
  })
})

test('credentials that expire between two calls end the run in words; renewed, it goes on where it was', async () => {
  id = await whole.newConversation()
  emulator.script([[{ toolUse: { name: 'calculator', input: { expression: '20+22' } } }], [{ text: 'It is 42.' }]])
  const live = await whole.start(id, { text: 'What is 20 + 22?' })
  await following(live, 'tool-started', async () => emulator.configure({ credentials: 'expired' }))
  expect(live.state().stop).toMatchObject({ kind: 'failed', error: { code: 'CREDENTIALS_EXPIRED' } })
  emulator.configure({ credentials: 'accepted' })
  expect((await whole.run(id, { kind: 'continue' })).stop).toEqual(completed)
  expect(JSON.stringify(emulator.requests.at(-1)?.body)).toContain('"result":"42"')
})

describe('an automatic choice', () => {
  test('works from the catalog while the account lists nothing', async () => {
    for (const operation of ['ListFoundationModels', 'ListInferenceProfiles'] as const)
      emulator.fault({ kind: 'http-error', error: 'AccessDeniedException', operation, times: 9 })
    await whole.ask('models.list', { refresh: true })
    id = await whole.newConversation(balanced)
    const { stop, choice } = await whole.run(id, { text: 'Hello' }, { modelId: balanced })
    expect([stop, choice?.policy]).toEqual([completed, 'balanced'])
  })

  test('has nothing to choose from once Bedrock is off, and says what to do', async () => {
    const { bedrock } = whole.app.settings.current()
    id = await whole.newConversation(balanced)
    await whole.ask('settings.update', { bedrock: { ...bedrock, isEnabled: false } })
    await expect(whole.start(id, { text: 'Hello' }, { modelId: balanced })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      hint: expect.stringContaining('Settings'),
    })
    await whole.ask('settings.update', { bedrock })
    expect((await whole.run(id, { text: 'Hello' }, { modelId: balanced })).stop).toEqual(completed)
  })

  test('cannot be overruled where none was made', async () => {
    id = await whole.newConversation()
    const { runId } = await whole.run(id, { text: 'Hello' })
    const overrule = whole.ask('run.override-choice', { runId, tier: 'large' })
    await expect(overrule).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
  })
})

/** A question whose start waits for the account's list of models, until `goOn` or for a second. */
async function askWhileModelsAreListed(text: string) {
  whole.app.models.reset()
  emulator.configure({ regionLatencyMs: { 'us-east-1': 1000 } })
  const asking = whole.start(id, { text }, { modelId: balanced }).catch(() => null)
  await expect.poll(() => emulator.requests.some(({ operation }) => operation === 'ListFoundationModels')).toBe(true)
  return { asking, goOn: () => emulator.configure({ regionLatencyMs: {} }) }
}

/** Does something at each event of a kind, and waits for the end. */
async function following(live: LiveRun, type: RunEvent['type'], work: () => Promise<void>): Promise<void> {
  let last = Promise.resolve()
  live.subscribe((events) => {
    for (const event of events) if (event.type === type) last = last.then(work)
  })
  await live.ended
  await last
}

async function longConversation(): Promise<ConversationId> {
  id = await whole.newConversation()
  for (const letter of ['alpha', 'beta', 'gamma', 'delta']) {
    emulator.script([{ text: `${letter} `.repeat(2000) }])
    await whole.run(id, { text: `Tell me about ${letter}` })
  }
  return id
}

function alterDatabase(sql: string): void {
  const database = new DatabaseSync(whole.database)
  database.exec(sql)
  database.close()
}
