import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { ConsentAnswer, ConsentQuestion } from '../../shared/consent.ts'
import type { ConversationId, RunId, ToolUseId } from '../../shared/ids.ts'
import type { ToolCall } from '../../shared/run-events.ts'
import type { LiveRun } from '../agent/run-registry.ts'
import { startWholeApp, type WholeApp } from './whole-app.fixture.ts'

let emulator: Emulator
let whole: WholeApp
let id: ConversationId

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

const toolUseId = 'tooluse_1' as ToolUseId
const reading = { name: 'file_read', input: { path: 'notes.txt' }, toolUseId }
const writing = { name: 'file_write', input: { path: 'out.txt', content: 'from the agent' }, toolUseId }

describe('working a result out again', () => {
  test('gives what the file holds now, beside what the agent was told, and is kept', async () => {
    await writeFile(file('notes.txt'), 'alpha')
    const runId = await answeredFromCache()
    await writeFile(file('notes.txt'), 'beta')
    const { state, refreshed } = await refresh(runId)
    expect([textOf(state.kind === 'done' ? state.outcome : undefined), textOf(refreshed?.outcome)]).toEqual([
      expect.stringContaining('alpha'),
      expect.stringContaining('beta'),
    ])
    await whole.restart()
    const { runs } = await whole.ask('conversation.get', { conversationId: id })
    expect(runs[0]?.tools[toolUseId]?.refreshed).toEqual(refreshed)
  })

  test('is seen by whoever looks at the run, also right after its end', async () => {
    await writeFile(file('notes.txt'), 'alpha')
    const runId = await answeredFromCache()
    const { refreshed } = await refresh(runId)
    expect((await whole.app.runLookup.get(runId)).tools[toolUseId]?.refreshed).toEqual(refreshed)
  })

  test('says that the file is gone', async () => {
    await writeFile(file('notes.txt'), 'alpha')
    const runId = await answeredFromCache()
    await rm(file('notes.txt'))
    expect((await refresh(runId)).refreshed?.outcome).toMatchObject({
      status: 'error',
      error: { code: 'FILE_NOT_FOUND' },
    })
  })

  test('of a call that never was, or while the answer is still written, is refused', async () => {
    await writeFile(file('notes.txt'), 'alpha')
    await answered(reading)
    const live = await begun(reading, { ...writing, toolUseId: 'tooluse_2' as ToolUseId })
    await questions()
    await expect.poll(() => live.state().tools[toolUseId]?.state.kind).toBe('done')
    await expect(refresh(live.runId)).rejects.toMatchObject({ code: 'RUN_ALREADY_ACTIVE' })
    await answerAll({ kind: 'deny' })
    await live.ended
    await expect(refresh(live.runId, 'tooluse_3' as ToolUseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(refresh('run_none' as RunId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of a call that was denied runs nothing that nobody allowed', async () => {
    const live = await begun(writing)
    await answerAll({ kind: 'deny' })
    await live.ended
    const refreshing = refresh(live.runId).catch(() => null)
    await settledOrAsked(refreshing)
    expect(await readFile(file('out.txt'), 'utf8').catch(() => 'nothing')).toBe('nothing')
    for (const question of (await whole.ask('consent.list', {})).questions) await answer(question, { kind: 'deny' })
    await refreshing
    expect(await readFile(file('out.txt'), 'utf8').catch(() => 'nothing')).toBe('nothing')
  })

  // In Auto mode nobody is asked: a press on «refresh» would write over what the person changed since.
  test('of a call that changes something is refused, whatever the mode', async () => {
    await whole.ask('settings.update', { consentMode: 'auto' })
    try {
      const runId = await answered(writing)
      await writeFile(file('out.txt'), 'changed by the person')
      await refresh(runId).catch(() => null)
      expect(await readFile(file('out.txt'), 'utf8')).toBe('changed by the person')
    } finally {
      await whole.ask('settings.update', { consentMode: 'ask' })
    }
  })

  test('leaves no question behind when its conversation is deleted', async () => {
    const live = await begun(writing)
    await answerAll({ kind: 'deny' })
    await live.ended
    const refreshing = refresh(live.runId).catch(() => null)
    await settledOrAsked(refreshing)
    await whole.ask('conversation.delete', { conversationId: id })
    const left = await whole.ask('consent.list', {})
    for (const question of left.questions) await answer(question, { kind: 'deny' })
    await refreshing
    expect(left.questions).toEqual([])
  })

  test('takes no negative time when the clock is set back meanwhile', async () => {
    await writeFile(file('notes.txt'), 'alpha')
    const runId = await answeredFromCache()
    const now = Date.now.bind(Date)
    let asked = 0
    vi.spyOn(Date, 'now').mockImplementation(() => now() - 60_000 * asked++)
    expect((await refresh(runId)).refreshed?.durationMs).toBeGreaterThanOrEqual(0)
  })
})

function file(name: string): string {
  return path.join(whole.workspace, name)
}

type Use = { readonly name: string; readonly input: object; readonly toolUseId: ToolUseId }

async function begun(...uses: readonly Use[]): Promise<LiveRun> {
  await rm(file('out.txt'), { force: true })
  id = await whole.newConversation()
  emulator.script([uses.map((toolUse) => ({ toolUse })), [{ text: 'Done.' }]])
  return whole.start(id, { text: 'Do it' })
}

async function answered(toolUse: Use): Promise<RunId> {
  const live = await begun(toolUse)
  await live.ended
  return live.runId
}

/** Read before in another conversation, so that it is a remembered result. */
async function answeredFromCache(): Promise<RunId> {
  await answered(reading)
  const runId = await answered(reading)
  const { state } = (await whole.app.runLookup.get(runId)).tools[toolUseId]!
  expect(state).toMatchObject({ kind: 'done', outcome: { cached: expect.anything() } })
  return runId
}

const refresh = (runId: RunId, use = toolUseId): Promise<ToolCall> =>
  whole.ask('tool.refresh', { runId, toolUseId: use })

async function questions(): Promise<readonly ConsentQuestion[]> {
  await expect.poll(async () => (await whole.ask('consent.list', {})).questions.length).toBeGreaterThan(0)
  return (await whole.ask('consent.list', {})).questions
}

/** Whichever comes first: the work is over, or a question waits for its answer. */
async function settledOrAsked(work: Promise<unknown>): Promise<void> {
  let isSettled = false
  const settled = work.then(() => void (isSettled = true))
  await expect.poll(async () => isSettled || (await whole.ask('consent.list', {})).questions.length > 0).toBe(true)
  if (isSettled) await settled
}

async function answerAll(wanted: ConsentAnswer): Promise<void> {
  for (const question of await questions()) await answer(question, wanted)
}

async function answer({ id: consentId }: ConsentQuestion, wanted: ConsentAnswer): Promise<void> {
  await whole.ask('consent.answer', { consentId, answer: wanted })
}

function textOf(outcome: { readonly content: readonly { readonly type: string }[] } | undefined): string {
  return JSON.stringify(outcome?.content)
}
