import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandOptions, CommandRunner } from '../../sandbox/command-runner.ts'
import { sandboxFixture, type SandboxFixture } from '../../sandbox/sandbox.fixture.ts'
import type { ToolProgress } from '../../../shared/run-events.ts'
import type { ToolAnswer, ToolContext } from '../tool.ts'
import { shell } from './shell.ts'

let fixture: SandboxFixture
let commands: CommandRunner
beforeAll(async () => {
  fixture = await sandboxFixture()
  // The real runner: in the sandbox where this machine has one, else with the approval the tool passes on.
  commands = await fixture.create()
})
afterAll(() => fixture.remove())

function contextWith(more: Partial<ToolContext> = {}): ToolContext {
  const files = { workspace: fixture.workspace }
  return { commands, files, signal: new AbortController().signal, ...more } as ToolContext
}

async function run(input: unknown, context = contextWith()): Promise<{ answer: ToolAnswer; progress: ToolProgress[] }> {
  const progress: ToolProgress[] = []
  const steps = shell.run(shell.input.parse(input), context, undefined)
  for (;;) {
    const step = await steps.next()
    if (step.done) return { answer: step.value, progress }
    progress.push(step.value)
  }
}

test('answers with exit code, output and errors', async () => {
  const { answer } = await run({ command: 'echo out; echo err >&2' })
  expect(answer).toEqual({
    content: [{ type: 'text', text: 'Exit code 0.\nOutput:\nout\n\nErrors:\nerr\n' }],
    display: {
      kind: 'command',
      command: 'echo out; echo err >&2',
      stdout: 'out\n',
      stderr: 'err\n',
      exitCode: 0,
      isSandboxed: commands.status.kind === 'active',
    },
    isError: false,
  })
})

test('makes a failing command an answer and no exception', async () => {
  const { answer } = await run({ command: 'exit 7' })
  expect(answer).toMatchObject({ isError: true, content: [{ text: 'Exit code 7.\nNo output.' }] })
})

test('shows the last line while it runs', async () => {
  const { progress } = await run({ command: 'echo first; echo second; sleep 0.8' })
  expect(progress).toEqual([{ message: 'second' }])
})

test('stops after its own limit and keeps what was printed', async () => {
  const { answer } = await run({ command: 'echo so far; sleep 100', timeoutSeconds: 1 })
  expect(answer).toMatchObject({
    isError: true,
    content: [{ text: 'Stopped: it was still running after 1 seconds.\nOutput and errors until then:\nso far\n' }],
    display: { stdout: 'so far\n', exitCode: null },
  })
})

test('is cancelled, not timed out, when the run is stopped', async () => {
  const stop = new AbortController()
  const running = run({ command: 'echo ready; sleep 100' }, contextWith({ signal: stop.signal }))
  setTimeout(() => stop.abort(), 300)
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('says that a folder must be open', async () => {
  const files = { workspace: null } as ToolContext['files']
  await expect(run({ command: 'true' }, contextWith({ files }))).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
})

test.each([{ command: '' }, { command: '  \n ' }, { command: 'a\0b' }, { command: 'true', timeoutSeconds: 0 }, {}])(
  'does not accept %j',
  (input) => {
    expect(shell.input.safeParse(input).success).toBe(false)
  },
)

describe.each([
  { status: { kind: 'active', name: 'bubblewrap' } as const, isSandboxed: true, approved: undefined },
  { status: { kind: 'unavailable', reason: '', hint: '' } as const, isSandboxed: false, approved: true },
])('with the sandbox $status.kind', ({ status, isSandboxed, approved }) => {
  const asked: CommandOptions[] = []
  const runner: CommandRunner = {
    status,
    run: async (_command, options) => {
      asked.push(options)
      return { stdout: '', stderr: '', exitCode: 0, isTruncated: false, isSandboxed }
    },
  }

  test('tells the policy and the person whether it is fenced in, and runs just so', async () => {
    const context = contextWith({ commands: runner })
    const input = shell.input.parse({ command: ' ls -la ' })
    const folder = fixture.workspace
    expect(await shell.targets(input, context)).toEqual([{ kind: 'command', command: 'ls -la', folder, isSandboxed }])
    expect(await shell.preview?.(input, context)).toEqual({ kind: 'command', command: 'ls -la', folder, isSandboxed })
    await run({ command: 'ls' }, context)
    expect(asked.map((options) => options.unsafeWithoutSandbox)).toEqual([approved])
  })
})

test('declares that it runs programs, changes files and cannot be undone', () => {
  expect(shell.powers).toEqual({ reads: ['files'], writes: ['exec', 'files'], output: 'workspace', isUndoable: false })
})
