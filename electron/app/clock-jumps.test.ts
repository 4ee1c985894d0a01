import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { RunState } from '../../shared/run-events.ts'
import { startWholeApp, type WholeApp } from './whole-app.fixture.ts'

let emulator: Emulator
let whole: WholeApp

beforeAll(async () => {
  emulator = await startEmulator()
  whole = await startWholeApp(emulator)
})
afterEach(() => {
  vi.restoreAllMocks()
  emulator.reset()
})
afterAll(async () => {
  await whole.close()
  await emulator.close()
})

const hourMs = 3_600_000
const jumps = [
  ['a day back', -24 * hourMs],
  ['a day forward', 24 * hourMs],
] as const

describe('the computer’s clock set', () => {
  test.each(jumps)('%s while an answer is written leaves no time negative or long', async (_name, jumpMs) => {
    const id = await whole.newConversation()
    emulator.fault({ kind: 'http-error', error: 'ThrottlingException' })
    emulator.script([[{ toolUse: { name: 'calculator', input: { expression: '1+1' } } }], [{ text: 'It is 2.' }]])
    const live = await whole.start(id, { text: 'Add' })
    setClock(jumpMs)
    await live.ended
    const run = live.state()
    expect(run.stop).toEqual({ kind: 'completed' })
    for (const timeMs of timesOf(run)) expect(timeMs).toSatisfy((ms: number) => ms >= 0 && ms < hourMs)
  })

  test.each(jumps)('%s between two runs leaves no time negative, and the prompt cache known', async (name, jumpMs) => {
    const id = await whole.newConversation()
    await whole.run(id, { text: `Hello, ${name}` })
    setClock(jumpMs)
    const run = await whole.run(id, { text: 'Again' })
    for (const timeMs of timesOf(run)) expect(timeMs).toSatisfy((ms: number) => ms >= 0 && ms < hourMs)
    expect(run.calls[0]?.cache).toMatchObject({ wasPredicted: true })
  })

  // What counts since the app began does not know of a clock set since, nor on Linux of the computer’s sleep.
  test.each(jumps)(
    '%s is the time of what happens from then on, and the date the model is told',
    async (_name, jumpMs) => {
      const id = await whole.newConversation()
      setClock(jumpMs)
      emulator.fault({ kind: 'http-error', error: 'ThrottlingException' })
      const live = await whole.start(id, { text: 'What day is it?' })
      const retries: number[] = []
      live.subscribe((events) => {
        for (const event of events) if (event.type === 'retry-scheduled') retries.push(event.at)
      })
      await live.ended
      // The page counts down to `at` plus the pause by the computer’s clock.
      for (const at of [live.state().startedAt, ...retries]) expect(Math.abs(at - Date.now())).toBeLessThan(hourMs)
      expect(JSON.stringify(emulator.requests.at(-1)?.body)).toContain(new Date(Date.now()).toISOString().slice(0, 10))
    },
  )

  test('back while the app is closed ends an interrupted run no earlier than it began', async () => {
    const id = await whole.newConversation()
    const { runId } = await whole.run(id, { text: 'Hello' })
    await whole.restart(() => {
      forgetEnd(runId)
      setClock(-hourMs)
    })
    const run = await whole.app.runLookup.get(runId)
    expect(run.stop).toEqual({ kind: 'interrupted' })
    expect(run.endedAt).toBeGreaterThanOrEqual(run.startedAt)
  })

  test.each(jumps)(
    '%s while the app is closed makes no count negative, and the next answer corrects it',
    async (_name, jumpMs) => {
      const id = await whole.newConversation()
      await whole.run(id, { text: 'Hello' })
      await whole.restart(() => setClock(jumpMs))
      const first = await whole.run(id, { text: 'Again' })
      const { predicted } = first.calls[0]!.cache!
      expect(Math.min(predicted.readTokens, predicted.writeTokens)).toBeGreaterThanOrEqual(0)
      expect((await whole.run(id, { text: 'Once more' })).calls[0]?.cache).toMatchObject({ wasPredicted: true })
    },
  )

  test.each(jumps)('%s gives no old answer out of the cache of tools', async (_name, jumpMs) => {
    const id = await whole.newConversation()
    emulator.setDefaultReply((request) =>
      JSON.stringify(request.messages?.at(-1)).includes('toolResult')
        ? [{ text: 'Read.' }]
        : [{ toolUse: { name: 'list_files', input: {} } }],
    )
    await whole.run(id, { text: 'Look' })
    setClock(jumpMs)
    const { tools } = await whole.run(id, { text: 'Look again' })
    const [state] = Object.values(tools).map((tool) => tool.state)
    expect(state).toMatchObject({ kind: 'done', outcome: { status: 'success' } })
    if (state?.kind === 'done') expect(state.outcome.cached?.savedMs ?? 0).toBeGreaterThanOrEqual(0)
  })
})

function setClock(jumpMs: number): void {
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + jumpMs)
}

function timesOf(run: RunState): number[] {
  const calls = run.calls.flatMap(({ durationMs, timeToFirstTokenMs }) => [durationMs, timeToFirstTokenMs ?? 0])
  const tools = Object.values(run.tools).map(({ state }) => (state.kind === 'done' ? state.durationMs : 0))
  return [(run.endedAt ?? 0) - run.startedAt, ...calls, ...tools]
}

/** As the file is when the process was killed just before the end of a run was stored. */
function forgetEnd(runId: string): void {
  const database = new DatabaseSync(whole.database)
  database
    .prepare(`delete from run_events where json ->> 'type' = 'run-ended'
    and run = (select id from runs where run_id = ?)`)
    .run(runId)
  database.prepare('update runs set ended_at = null where run_id = ?').run(runId)
  database.close()
}
