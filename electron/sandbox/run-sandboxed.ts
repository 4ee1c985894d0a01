import { realpath } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { CommandOptions, CommandResult } from './command-runner.ts'
import { commandEnvironment } from './environment.ts'
import { limitProcesses } from './limit-processes.ts'
import type { Sandbox } from './open-sandbox.ts'
import { spawnProcess } from './spawn-process.ts'
import { withPrivateFolders } from './with-private-folders.ts'

export type HostOfCommands = {
  readonly scratchDir: string
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/**
 * Runs a command in the sandbox, and only there. Throws `CANCELLED`, `FILE_NOT_FOUND` when the workspace is gone, and
 * `SANDBOX_UNAVAILABLE` when the command could not be fenced in; it has not begun then.
 */
export async function runSandboxed(
  command: string,
  options: CommandOptions,
  { sandbox, host }: { readonly sandbox: Sandbox; readonly host: HostOfCommands },
): Promise<CommandResult> {
  const workspace = await realpath(options.workspace).catch((cause: unknown) => {
    throw new AppError('FILE_NOT_FOUND', `The folder ${options.workspace} is gone.`, {
      hint: 'Open another folder.',
      cause,
    })
  })
  return withPrivateFolders(host.scratchDir, async (folders) => {
    const wrapped = await sandbox.wrap(command, { ...folders, workspace }).catch((cause: unknown) => {
      throw notFenced(cause instanceof Error ? cause.message : '', cause)
    })
    const limit = await limitProcesses()
    try {
      const { hasBegun, ...result } = await spawnProcess(
        limit === null ? wrapped.argv : joining(limit.membersFile, wrapped.argv),
        {
          ...options,
          cwd: workspace,
          environment: commandEnvironment(host.environment, { ...folders, workspace, readable: sandbox.readable }),
        },
      )
      if (!hasBegun) throw notFenced(result.stderr)
      return { ...result, isSandboxed: true }
    } finally {
      await wrapped.release()
      await limit?.release()
    }
  })
}

/** The group is joined outside the sandbox, in which it cannot be left again. */
function joining(membersFile: string, argv: readonly string[]): readonly string[] {
  return ['/bin/bash', '--norc', '--noprofile', '-c', 'echo $$ > "$0" && exec "$@"', membersFile, ...argv]
}

function notFenced(said: string, cause?: unknown): AppError {
  const detail = said.trim().split('\n').at(-1) ?? ''
  return new AppError(
    'SANDBOX_UNAVAILABLE',
    `The command could not be fenced in${detail === '' ? '' : `: ${detail}`}.`,
    {
      hint: 'It was not run. Try a shorter command or another folder.',
      cause,
    },
  )
}
