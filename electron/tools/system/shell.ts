import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../../shared/errors.ts'
import { z } from '../../../shared/schema.ts'
import type { CommandResult } from '../../sandbox/command-runner.ts'
import { defineTool, type ToolAnswer, type ToolContext } from '../tool.ts'

const maxSeconds = 600
/** Of output and of errors each: enough for any message, little enough for any model. */
const maxOutputBytes = 30_000

const input = z.object({
  // A NUL cannot be part of a command; the text after it would be shown and never run.
  command: z
    .string()
    .trim()
    .min(1)
    .max(20_000)
    .refine((command) => !command.includes('\0'), 'must not contain NUL characters')
    .describe('One or more bash commands, run in the opened folder.'),
  timeoutSeconds: z.number().int().min(1).max(maxSeconds).default(120).describe('After this long it is stopped.'),
})

export const shell = defineTool({
  name: 'shell',
  family: 'system',
  description:
    'Runs a bash command in the opened folder and answers with its exit code, output and errors. It runs in a sandbox: no network, and only the opened folder and $TMPDIR are writable (.git and editor settings are not). There is no input and no terminal. Prefer the file and data tools where they do the job.',
  input,
  powers: { reads: ['files'], writes: ['exec', 'files'], output: 'workspace', isUndoable: false },
  // The call's own limit comes first and keeps what was printed until then.
  timeoutMs: (maxSeconds + 30) * 1000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: () => 'Run a command',
  targets: async ({ command }, context) => [
    { kind: 'command', command, folder: workspaceOf(context), isSandboxed: hasSandbox(context) },
  ],
  preview: async ({ command }, context) => ({
    kind: 'command',
    command,
    folder: workspaceOf(context),
    isSandboxed: hasSandbox(context),
  }),

  async *run({ command, timeoutSeconds }, context) {
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
    let heard = ''
    const running = context.commands.run(command, {
      workspace: workspaceOf(context),
      signal: AbortSignal.any([context.signal, timeout]),
      maxOutputBytes,
      onOutput: (text) => (heard += text),
      // Without a sandbox the policy has asked the person about this very call.
      ...(hasSandbox(context) ? {} : { unsafeWithoutSandbox: true }),
    })
    const ended = running.then(
      () => true,
      () => true,
    )
    let shown = ''
    while (!(await Promise.race([ended, delay(250, false, { ref: false })]))) {
      const line = lastLine(heard)
      if (line !== shown && line !== '') yield { message: line }
      shown = line
    }
    try {
      return answer(command, await running)
    } catch (error) {
      const isTimeout = timeout.aborted && !context.signal.aborted
      if (!isTimeout || !(error instanceof AppError) || error.code !== 'CANCELLED') throw error
      return stopped(command, heard, { timeoutSeconds, isSandboxed: hasSandbox(context) })
    }
  },
})

function hasSandbox({ commands }: ToolContext): boolean {
  return commands.status.kind === 'active'
}

function workspaceOf({ files }: ToolContext): string {
  if (files.workspace !== null) return files.workspace
  throw new AppError('INVALID_REQUEST', 'No folder is open, so there is nowhere to run a command.', {
    hint: 'Ask the person to open a folder.',
  })
}

function answer(command: string, result: CommandResult): ToolAnswer {
  const { stdout, stderr, exitCode, isSandboxed } = result
  const end = exitCode === null ? 'It was ended by a signal.' : `Exit code ${exitCode}.`
  const parts = [end, stdout === '' ? 'No output.' : `Output:\n${stdout}`, stderr === '' ? '' : `Errors:\n${stderr}`]
  return {
    content: [{ type: 'text', text: parts.filter((part) => part !== '').join('\n') }],
    display: { kind: 'command', command, stdout, stderr, exitCode, isSandboxed },
    isError: exitCode !== 0,
  }
}

function stopped(
  command: string,
  heard: string,
  { timeoutSeconds, isSandboxed }: { timeoutSeconds: number; isSandboxed: boolean },
): ToolAnswer {
  const text = `Stopped: it was still running after ${timeoutSeconds} seconds.\n${heard === '' ? 'No output.' : `Output and errors until then:\n${heard}`}`
  return {
    content: [{ type: 'text', text }],
    display: { kind: 'command', command, stdout: heard, stderr: '', exitCode: null, isSandboxed },
    isError: true,
  }
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  ).slice(0, 200)
}
