import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../e2e/bedrock-emulator/emulator.ts'
import type { AgentId, ConversationId, ToolUseId } from '../shared/ids.ts'
import { messageText, type Message } from '../shared/messages.ts'
import type { RunState } from '../shared/run-events.ts'
import { seamMark } from './agent/mend-seam.ts'
import { bedrockModelId as modelId, emulatorEnvironment, writeBedrockConfig } from './testing/bedrock-program.ts'
import { connectPage, type PageClient } from './testing/page-client.ts'
import { startProgram, type StartedProgram } from './testing/start-program.ts'

let emulator: Emulator
let folder: string
let program: StartedProgram
let page: PageClient

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-kill-'))
  await mkdir(path.join(folder, 'work'))
  await writeBedrockConfig(path.join(folder, 'data'))
  emulator = await startEmulator()
  await start()
})
afterEach(() => emulator.reset())
afterAll(async () => {
  await kill()
  await emulator.close()
  await rm(folder, { recursive: true, force: true })
})

const agentId = 'general' as AgentId
const asker = { agentId, modelId }
const completed = { kind: 'completed' }

test('killed while it summarises, the conversation reads as before and can be continued, retried and summarised', async () => {
  const conversationId = await newConversation()
  for (const letter of ['alpha', 'beta', 'gamma', 'delta']) {
    emulator.script([{ text: `${letter} `.repeat(2000) }])
    await ask(conversationId, `Tell me about ${letter}`)
  }
  const before = lastPrompt()
  emulator.setDefaultReply([{ text: 'A summary that takes its time.', chunkSize: 1 }])
  emulator.configure({ perDeltaDelayMs: 200 })
  await page.get('conversation.compact', { conversationId, ...asker })
  await expect.poll(() => JSON.stringify(lastPrompt())).toContain('about to be shortened')
  await killAndStart()
  emulator.reset()

  expect(await lastRun(conversationId)).toMatchObject({ stop: { kind: 'interrupted' }, calls: [] })
  await page.get('run.continue', { conversationId, ...asker })
  expect((await ended(conversationId)).stop).toEqual(completed)
  expect(lastPrompt().slice(0, before.length)).toEqual(before)
  await page.get('run.retry', { conversationId, ...asker })
  expect((await ended(conversationId)).stop).toEqual(completed)
  await page.get('conversation.compact', { conversationId, ...asker })
  expect((await ended(conversationId)).compactions).toHaveLength(1)
}, 90_000)

test('killed in an answer that was taken up again, what was shown stays once and is gone on from', async () => {
  const conversationId = await newConversation()
  const words = ' two three four five six seven eight nine ten eleven twelve'
  emulator.script([
    [{ text: 'One' + words, chunkSize: 1 }],
    [{ text: `${seamMark} two three four five six seven eight`, chunkSize: 1 }],
  ])
  emulator.configure({ perDeltaDelayMs: 80 })
  emulator.fault({ kind: 'cut-connection', afterDeltas: 3 })
  await page.get('run.start', { conversationId, ...asker, text: 'Count', attachments: [] })
  // Well into the second stream: streamed words are stored five times a second.
  const shown = async () => messageText((await lastRun(conversationId))?.messages[1] ?? nothingSaid)
  await expect.poll(async () => (await shown()).length, { timeout: 20_000 }).toBeGreaterThan('One two three'.length)
  await killAndStart()
  emulator.reset()

  const { stop, messages } = (await lastRun(conversationId))!
  expect(stop).toEqual({ kind: 'interrupted' })
  const said = messageText(messages[1]!)
  // Nothing doubled where the two streams meet, and nothing of the mark.
  expect('One two three four five six seven eight'.startsWith(said)).toBe(true)
  expect(said.startsWith('One')).toBe(true)
  await page.get('run.continue', { conversationId, ...asker })
  expect((await ended(conversationId)).stop).toEqual(completed)
  expect(lastPrompt()[1]).toBe(said)
}, 60_000)

test('killed while a tool works again, the first result stays and nothing is told of the other', async () => {
  const conversationId = await newConversation()
  const toolUseId = 'tooluse_1' as ToolUseId
  emulator.script([[{ toolUse: { name: 'list_files', input: {}, toolUseId } }], [{ text: 'Nothing here.' }]])
  const { runId, tools } = await ask(conversationId, 'What is here?')
  const refreshing = page.ask('tool.refresh', { runId, toolUseId })
  await killAndStart()
  await refreshing
  const run = await lastRun(conversationId)
  expect({ ...run?.tools[toolUseId], refreshed: undefined }).toEqual({ ...tools[toolUseId], refreshed: undefined })
  expect((await ask(conversationId, 'And now?')).stop).toEqual(completed)
}, 60_000)

const nothingSaid = { content: [] } as unknown as Message

async function start(): Promise<void> {
  const args = ['--no-open', '--data-dir', 'data', '--workspace', 'work']
  program = startProgram('serve.ts', args, { cwd: folder, env: emulatorEnvironment(emulator) })
  const [link] = await program.prints(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/)
  page = await connectPage(link)
}

async function kill(): Promise<void> {
  program.child.kill('SIGKILL')
  await program.ended
}

async function killAndStart(): Promise<void> {
  await kill()
  await start()
}

async function newConversation(): Promise<ConversationId> {
  return (await page.get('conversation.create', asker)).id
}

async function ask(conversationId: ConversationId, text: string): Promise<RunState> {
  await page.get('run.start', { conversationId, ...asker, text, attachments: [] })
  return ended(conversationId)
}

async function lastRun(conversationId: ConversationId): Promise<RunState | undefined> {
  return (await page.get('conversation.get', { conversationId })).runs.at(-1)
}

async function ended(conversationId: ConversationId): Promise<RunState> {
  await expect.poll(async () => (await lastRun(conversationId))?.stop ?? null, { timeout: 20_000 }).not.toBeNull()
  return (await lastRun(conversationId))!
}

/** The texts of the newest request, message by message. */
function lastPrompt(): string[] {
  const body = emulator.requests.at(-1)?.body as { messages: { content: { text?: string }[] }[] } | undefined
  return (body?.messages ?? []).map(({ content }) => content.flatMap(({ text }) => text ?? []).join('|'))
}
