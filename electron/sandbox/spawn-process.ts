import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import { collectOutput } from './collect-output.ts'
import { killProcessTree, markVariable } from './kill-process-tree.ts'

export type ProcessOptions = {
  readonly cwd: string
  /** The whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Of standard output and of standard error each. */
  readonly maxOutputBytes: number
  readonly onOutput?: ((text: string) => void) | undefined
}

export type ProcessResult = {
  readonly stdout: string
  readonly stderr: string
  /** null when a signal ended it. */
  readonly exitCode: number | null
  readonly isTruncated: boolean
  /** Whether anything was written to file descriptor 3: the program's way to say that it really began. */
  readonly hasBegun: boolean
}

/**
 * Runs a program to its end, then ends whatever it left behind. Throws `CANCELLED` when `signal` aborts, after
 * everything it started is dead, and `TOOL_UNAVAILABLE` when the program cannot be started.
 */
export async function spawnProcess(argv: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const { signal } = options
  if (signal.aborted) throw cancelled()
  const mark = randomUUID()
  const [program = '', ...rest] = argv
  const child = spawn(program, rest, {
    cwd: options.cwd,
    env: { ...options.environment, [markVariable]: mark },
    // Standard input is nothing: bash takes a socket there for a remote shell and reads start-up files.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that it can be killed whole.
    detached: true,
  })
  const killAll = async () => {
    if (child.pid !== undefined) await killProcessTree(child.pid, mark)
  }
  const stdout = collectOutput(options.maxOutputBytes, options.onOutput)
  const stderr = collectOutput(options.maxOutputBytes, options.onOutput)
  child.stdout?.on('data', (chunk: Buffer) => stdout.add(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk))
  let hasBegun = false
  child.stdio[3]?.on('data', () => (hasBegun = true)).on('error', () => {})

  const closed = once(child, 'close').catch(() => {})
  const exitCode = await exited(child, { signal, killAll })
  await killAll()
  // A pipe held by something that escaped must not keep the result back.
  await Promise.race([closed, delay(1000, undefined, { ref: false })])
  for (const stream of child.stdio as readonly (Readable | null)[]) stream?.destroy()
  if (signal.aborted) throw cancelled()
  const out = stdout.finish()
  const error = stderr.finish()
  return {
    stdout: out.text,
    stderr: error.text,
    exitCode,
    isTruncated: out.isTruncated || error.isTruncated,
    hasBegun,
  }
}

async function exited(
  child: ChildProcess,
  { signal, killAll }: { signal: AbortSignal; killAll: () => Promise<void> },
): Promise<number | null> {
  const exit = once(child, 'exit') as Promise<[number | null]>
  const onAbort = () => {
    killAll().catch(() => {})
  }
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const [code] = await exit
    return code
  } catch (cause) {
    throw new AppError('TOOL_UNAVAILABLE', `Commands cannot be run here: ${child.spawnfile} could not be started.`, {
      hint: 'Check that bash and util-linux are installed and that the opened folder still exists.',
      cause,
    })
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'The command was stopped.')
}
