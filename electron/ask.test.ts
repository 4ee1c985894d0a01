import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../e2e/bedrock-emulator/emulator.ts'
import { runEvent } from '../shared/run-events.ts'
import type { RunResult } from './headless/run-result.ts'
import { emulatorEnvironment, writeBedrockConfig } from './testing/bedrock-program.ts'
import { startProgram, type EndedProgram, type StartedProgram } from './testing/start-program.ts'

let folder: string
let emulator: Emulator | undefined
const started: StartedProgram[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-ask-'))
  await mkdir(path.join(folder, 'work'))
  await writeFile(path.join(folder, 'work', 'sales.csv'), 'region,amount\nNorth,10\nSouth,32\n')
})

afterEach(async () => {
  // All have ended, unless a test failed because one did not.
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  await emulator?.close()
  emulator = undefined
  await rm(folder, { recursive: true, force: true })
})

const inWork = ['--workspace', 'work', '--data-dir', 'data']

function start(args: readonly string[]): StartedProgram {
  const program = startProgram('ask.ts', args, {
    cwd: folder,
    ...(emulator === undefined ? {} : { env: emulatorEnvironment(emulator) }),
  })
  started.push(program)
  return program
}

const ask = (...args: readonly string[]): Promise<EndedProgram> => start(args).ended

async function useBedrock(): Promise<Emulator> {
  emulator = await startEmulator()
  await writeBedrockConfig(path.join(folder, 'data'))
  return emulator
}

function readLines(out: string): { readonly events: readonly unknown[]; readonly result: RunResult } {
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  return { events: lines.slice(0, -1), result: lines.at(-1) as RunResult }
}

const write = (name: string) => ({ toolUse: { name: 'file_write', input: { path: name, content: 'x\n' } } })

test('prints an answer, or every event as a line of JSON and the result as the last', async () => {
  const plain = await ask(...inWork, 'total amount in sales.csv')
  expect(plain).toEqual({ code: 0, err: '', out: expect.stringContaining('42') })

  const json = await ask(...inWork, '--json', 'total amount in sales.csv')
  const { events, result } = readLines(json.out)
  expect(json.code).toBe(0)
  for (const event of events) runEvent.parse(event)
  expect(events.map((event) => runEvent.parse(event).type).at(-1)).toBe('run-ended')
  expect(Object.keys(result).sort()).toEqual([
    'conversationId',
    'cost',
    'metrics',
    'stopReason',
    'text',
    'toolCalls',
    'type',
    'usage',
  ])
  expect(result).toMatchObject({ type: 'result', stopReason: 'completed', text: expect.stringContaining('42') })
  expect(result.toolCalls.map((call) => Object.keys(call).sort())).toContainEqual(['input', 'name', 'result', 'status'])
})

test('a mistake in the command is one sentence and ends with 2, also where it is found only once the app is open', async () => {
  await mkdir(path.join(folder, 'data'))
  const wrong: [string[], string][] = [
    [[...inWork, '--bogus', 'hi'], '--bogus'],
    [['--workspace', 'work/sales.csv', '--data-dir', 'data', 'hi'], 'sales.csv'],
    [['--workspace', 'data', '--data-dir', 'data', 'hi'], 'keeps its own data'],
    [[...inWork, '--agent', 'nobody', 'hi'], 'no agent named nobody'],
    [[...inWork, '--model', 'nothing', 'hi'], 'no model named nothing'],
    [[...inWork, '--allow', 'no_such_tool', 'hi'], 'no_such_tool'],
  ]
  for (const [args, words] of wrong) {
    const { code, out, err } = await ask(...args)
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
    expect(err).toContain(words)
    expect(err).not.toContain('    at ')
  }
})

test('a data folder that cannot be one is told, and the program ends with 1', async () => {
  const inTheWay = await ask('--workspace', 'work', '--data-dir', 'work/sales.csv', 'hi')
  expect({ code: inTheWay.code, out: inTheWay.out }).toEqual({ code: 1, out: '' })
  expect(inTheWay.err).toMatch(/in the way.*sales\.csv/)

  await mkdir(path.join(folder, 'data'))
  await writeFile(path.join(folder, 'data', 'results'), '')
  const half = await ask(...inWork, 'hi')
  expect(half.code).toBe(1)
  expect(half.err).toMatch(/in the way.*results/)
  expect(await readFile(path.join(folder, 'work', 'sales.csv'), 'utf8')).toContain('North')
})

test('settings that cannot be read are told, kept beside the new ones, and the question is answered', async () => {
  const data = path.join(folder, 'data')
  await mkdir(data)
  await writeFile(path.join(data, 'config.yml'), 'theme: [oops\n')
  const { code, out, err } = await ask(...inWork, 'what is 6*7?')
  expect(code).toBe(0)
  expect(out).toContain('42')
  expect(err).toMatch(/config\.yml.*config\.yml\.invalid/)
  expect(await readFile(path.join(data, 'config.yml.invalid'), 'utf8')).toBe('theme: [oops\n')
})

test('a call nobody allowed is not run and ends with 4; one allowed by name or exact scope is', async () => {
  const bedrock = await useBedrock()
  const run = async (names: readonly string[], ...allow: readonly string[]) => {
    bedrock.reset()
    bedrock.script([names.map(write), [{ text: 'Done.' }]])
    const { code, out } = await ask(...inWork, '--json', ...allow, 'write')
    return { code, statuses: readLines(out).result.toolCalls.map((call) => call.status) }
  }
  expect(await run(['a.md'], '--allow', 'shell')).toEqual({ code: 4, statuses: ['unanswered'] })
  expect(await run(['c.md', 'd.md'], '--allow', 'file_write:c.md')).toEqual({
    code: 4,
    statuses: ['success', 'unanswered'],
  })
  expect(await run(['e.md', 'f.md'], '--allow', 'file_write')).toEqual({ code: 0, statuses: ['success', 'success'] })
  expect((await readdir(path.join(folder, 'work'))).sort()).toEqual(['c.md', 'e.md', 'f.md', 'sales.csv'])
})

test('a model that fails ends with 3 and says what to do', async () => {
  const bedrock = await useBedrock()
  bedrock.fault({ kind: 'http-error', error: 'AccessDeniedException' })
  const { code, out, err } = await ask(...inWork, '--json', 'hi')
  expect(code).toBe(3)
  expect(readLines(out).result.stopReason).toBe('failed')
  expect(err).toContain('Model access')
})

test('Ctrl+C keeps what was answered so far and ends with 130', async () => {
  const bedrock = await useBedrock()
  bedrock.configure({ perDeltaDelayMs: 20 })
  bedrock.script([{ text: 'word '.repeat(2000), chunkSize: 5 }])
  const program = start([...inWork, '--json', 'write a lot'])
  await program.prints(/"text-delta"/)
  program.child.kill('SIGINT')
  const { code, out } = await program.ended
  const { result } = readLines(out)
  expect(code).toBe(130)
  expect(result.stopReason).toBe('cancelled')
  expect(result.text).toMatch(/^word/)
  expect(existsSync(path.join(folder, 'data', 'bedrock-analyst.db-wal'))).toBe(false)
})
