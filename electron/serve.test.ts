import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmulator } from '../e2e/bedrock-emulator/emulator.ts'
import type { AgentId, ConsentId, ModelId, RunId } from '../shared/ids.ts'
import { messageText } from '../shared/messages.ts'
import { applyRunEvent, type RunState } from '../shared/run-events.ts'
import { bedrockModelId, emulatorEnvironment, writeBedrockConfig } from './testing/bedrock-program.ts'
import { connectPage, type PageClient } from './testing/page-client.ts'
import { mountSmallDisk } from './testing/small-disk.ts'
import { startProgram, type StartedProgram } from './testing/start-program.ts'

let folder: string
let data: string
const started: StartedProgram[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-serve-'))
  data = path.join(folder, 'data')
  await mkdir(path.join(folder, 'work'))
})

afterEach(async () => {
  await endAll()
  await rm(folder, { recursive: true, force: true })
})

function serve(args: readonly string[] = [], env?: Record<string, string>): StartedProgram {
  const all = ['--no-open', '--data-dir', 'data', '--workspace', 'work', ...args]
  const program = startProgram('serve.ts', all, { cwd: folder, ...(env === undefined ? {} : { env }) })
  started.push(program)
  return program
}

/** As a power cut would. */
async function end({ child, ended }: StartedProgram): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map(end))
}

const linkOf = async (program: StartedProgram) => (await program.prints(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/))[0]

const general = 'general' as AgentId
const offline = 'offline:analyst' as ModelId

test('a second copy over the same data is refused with a sentence, and the first goes on', async () => {
  const link = await linkOf(serve())
  const second = await serve().ended
  expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' })
  expect(second.err).toMatch(/^Another copy of the app is using .*\n$/)
  const page = await connectPage(link)
  expect((await page.get('app.info', {})).notices).toEqual([])
})

test('a port that is taken, or none at all, is a sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const taken = await serve(['--port', String(port)]).ended
  other.close()
  expect({ code: taken.code, err: taken.err }).toEqual({
    code: 1,
    err: `Port ${port} is already in use. Choose another with --port, or leave --port out.\n`,
  })
  const wrong = await serve(['--port', 'abc']).ended
  expect({ code: wrong.code, err: wrong.err }).toEqual({
    code: 2,
    err: '--port takes a number from 0 to 65535, not abc.\n',
  })
})

test('a damaged database, settings and agent are set aside and told, and the app works', async () => {
  await mkdir(path.join(data, 'agents'), { recursive: true })
  await writeFile(path.join(data, 'bedrock-analyst.db'), 'not a database'.repeat(1000))
  await writeFile(path.join(data, 'config.yml'), Buffer.from([0xff, 0xfe, 0, 1, 2]))
  await writeFile(path.join(data, 'agents', 'broken.yml'), 'id: [x\n')
  const page = await connectPage(await linkOf(serve()))
  const { notices } = await page.get('app.info', {})
  expect(notices.map(({ code }) => code)).toEqual(['DATABASE_DAMAGED', 'CONFIG_INVALID', 'CONFIG_INVALID'])
  expect(notices.map(({ message }) => message).join(' ')).toMatch(/damaged.*config\.yml.*broken\.yml/)
  const kept = await readdir(data)
  expect(kept).toContain('config.yml.invalid')
  const setAside = kept.find((name) => name.startsWith('bedrock-analyst.db.damaged-'))
  expect(await readFile(path.join(data, setAside!), 'utf8')).toContain('not a database')
  expect((await page.get('conversation.create', { agentId: general, modelId: offline })).id).toMatch(/^conv_/)
})

test('what is no request is answered or closes only its own socket', async () => {
  const link = await linkOf(serve())
  const page = await connectPage(link)
  for (const frame of ['{', 'null', '{"kind":"request"}', '{"kind":"reply","id":"1","reply":1}', Buffer.from([0xff])]) {
    const rude = await connectPage(link, page.session)
    rude.sendRaw(frame)
    expect(await rude.closed).toBe(1008)
  }
  const unknown = { ok: false, error: { code: 'INVALID_REQUEST' } }
  expect(await page.ask('no.such' as 'app.info', {})).toMatchObject(unknown)
  expect(await page.ask('__proto__' as 'app.info', {})).toMatchObject(unknown)
  expect(await page.ask('conversation.rename', { conversationId: 'x', title: '   ' })).toMatchObject(unknown)
  expect(await page.ask('run.attach', { runId: 'x' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(
    await page.ask('attachment.add', {
      conversationId: '../../evil',
      name: 'a.txt',
      mediaType: 'text/plain',
      base64: 'aGk=',
    }),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(existsSync(path.join(folder, 'evil'))).toBe(false)
  const many = await Promise.all(Array.from({ length: 1000 }, () => page.ask('conversation.list', {})))
  expect(many.every(({ ok }) => ok)).toBe(true)
})

test('two pages, a second answer to a question, a second stop and a retry under way do no harm', async () => {
  const emulator = await startEmulator()
  try {
    await writeBedrockConfig(data)
    emulator.script([[{ toolUse: { name: 'file_write', input: { path: 'a.md', content: 'x' } } }], [{ text: 'Ok.' }]])
    const link = await linkOf(serve([], emulatorEnvironment(emulator)))
    const [first, second] = await twoPages(link)
    const asked = nextQuestion(first)
    const { conversationId, runId } = await startRun(first, 'write')
    const consentId = await asked
    expect(await second.ask('run.retry', { conversationId, agentId: general, modelId: bedrockModelId })).toMatchObject({
      error: { code: 'RUN_ALREADY_ACTIVE' },
    })
    const ended = [follow(first, runId), follow(second, runId)]
    const answers = await Promise.all([
      first.ask('consent.answer', { consentId, answer: { kind: 'deny' } }),
      second.ask('consent.answer', { consentId, answer: { kind: 'once' } }),
    ])
    // Over two connections either may come first: one answer counts, and it alone.
    const isAllowed = answers[1].ok
    const late = isAllowed ? answers[0] : answers[1]
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(late).toMatchObject({ error: { code: 'CONSENT_NOT_OPEN' } })
    const [seenByFirst, seenBySecond] = await Promise.all(ended)
    expect(seenByFirst).toEqual(seenBySecond)
    expect(existsSync(path.join(folder, 'work', 'a.md'))).toBe(isAllowed)

    emulator.configure({ perDeltaDelayMs: 20 })
    emulator.script([{ text: 'word '.repeat(2000), chunkSize: 5 }])
    const long = await startRun(first, 'long')
    const stopped = follow(first, long.runId)
    await Promise.all([first.get('run.cancel', long), second.get('run.cancel', long)])
    expect((await stopped).stop).toEqual({ kind: 'cancelled' })

    emulator.script([{ text: 'word '.repeat(2000), chunkSize: 5 }])
    const doomed = await startRun(first, 'delete me')
    await second.get('conversation.delete', doomed)
    expect(await first.ask('conversation.get', doomed)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    await first.get('conversation.restore', doomed)
    expect((await first.get('conversation.get', doomed)).runs.map(({ stop }) => stop)).toEqual([{ kind: 'cancelled' }])
  } finally {
    await emulator.close()
  }
})

test('what was acknowledged is there after a kill in the middle of a stream', async () => {
  const emulator = await startEmulator()
  try {
    await writeBedrockConfig(data)
    const env = emulatorEnvironment(emulator)
    const program = serve([], env)
    const page = await connectPage(await linkOf(program))
    emulator.script([{ text: 'Short and whole.' }])
    const whole = await startRun(page, 'first question')
    const seen = await follow(page, whole.runId)

    emulator.configure({ perDeltaDelayMs: 2 })
    emulator.script([{ text: 'word '.repeat(5000), chunkSize: 5 }])
    const broken = await startRun(page, 'second question')
    const grown = new Promise<void>((resolve) => {
      follow(page, broken.runId, (state) => {
        if (answerOf(state).length > 2000) resolve()
      }).catch(() => {})
    })
    await grown
    await end(program)

    const again = await connectPage(await linkOf(serve([], env)))
    expect((await again.get('conversation.get', whole)).runs).toEqual([seen])
    const [run] = (await again.get('conversation.get', broken)).runs
    expect(run?.stop).toEqual({ kind: 'interrupted' })
    expect(messageText(run!.messages[0]!)).toBe('second question')
    expect(answerOf(run!)).toMatch(/^(word )+/)
  } finally {
    await emulator.close()
  }
})

test('a full disk is told, what was saved can still be read, and saving goes on once there is room', async (context) => {
  await mkdir(data)
  const disk = mountSmallDisk(data, '2m')
  if (disk.kind === 'refused') {
    console.log(`Skipped the full disk: a small tmpfs cannot be mounted here (${disk.reason}).`)
    return context.skip(disk.reason)
  }
  try {
    const ballast = path.join(data, 'ballast')
    const program = serve()
    const page = await connectPage(await linkOf(program))
    const kept = await startRun(page, 'what is 6*7?', offline)
    const seen = await follow(page, kept.runId)
    await writeFile(ballast, Buffer.alloc(4_000_000)).catch(() => {})
    const refusals: unknown[] = []
    for (let n = 0; n < 50 && refusals.length === 0; n++) {
      const reply = await page.ask('conversation.create', { agentId: general, modelId: offline })
      if (!reply.ok) refusals.push(reply.error)
    }
    expect(refusals).toMatchObject([{ code: 'DISK_FULL', hint: expect.any(String) }])
    expect((await page.get('conversation.get', kept)).runs).toEqual([seen])
    await end(program)

    const onFullDisk = await connectPage(await linkOf(serve()))
    expect((await onFullDisk.get('conversation.get', kept)).runs).toEqual([seen])
    await end(started.at(-1)!)

    await rm(ballast)
    const again = await connectPage(await linkOf(serve()))
    expect((await again.get('conversation.get', kept)).runs).toEqual([seen])
    await startRun(again, 'what is 6*7?', offline)
  } finally {
    await endAll()
    disk.unmount()
  }
})

async function twoPages(link: string): Promise<readonly [PageClient, PageClient]> {
  const first = await connectPage(link)
  return [first, await connectPage(link, first.session)]
}

async function startRun(page: PageClient, text: string, modelId: ModelId = bedrockModelId) {
  const { id: conversationId } = await page.get('conversation.create', { agentId: general, modelId })
  const { runId } = await page.get('run.start', { conversationId, agentId: general, modelId, text, attachments: [] })
  return { conversationId, runId }
}

function nextQuestion(page: PageClient): Promise<ConsentId> {
  return new Promise((resolve) => {
    page.onPush((push) => {
      const [question] = push.name === 'consent.changed' ? push.payload.questions : []
      if (question !== undefined) resolve(question.id)
    })
  })
}

/** Folds a run's batches as a page does, until it has ended. */
function follow(page: PageClient, runId: RunId, onState: (state: RunState) => void = () => {}): Promise<RunState> {
  return new Promise((resolve, reject) => {
    let state: RunState | undefined
    page.onPush((push) => {
      if (push.name !== 'run.batch' || push.payload.runId !== runId) return
      const { seq, content } = push.payload
      if (content.kind === 'snapshot') state = content.state
      else state = content.events.reduce((next, event) => applyRunEvent(next, event), state!)
      onState(state)
      page.ask('run.acknowledge', { runId, seq }).catch(reject)
      if (state.stop !== null) resolve(state)
    })
    page.get('run.attach', { runId }).catch(reject)
  })
}

function answerOf(run: RunState): string {
  return run.messages
    .filter(({ role }) => role === 'assistant')
    .map(messageText)
    .join('')
}
