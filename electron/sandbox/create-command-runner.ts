import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { SandboxStatus } from '../../shared/ipc/contract.ts'
import { chooseSandbox } from './choose-sandbox.ts'
import type { CommandRunner } from './command-runner.ts'
import { findProgram } from './find-program.ts'
import { openSandbox, type Sandbox } from './open-sandbox.ts'
import { runSandboxed, type HostOfCommands } from './run-sandboxed.ts'
import { runWithoutSandbox } from './run-without-sandbox.ts'
import { sandboxTrouble, type SandboxTrouble } from './sandbox-trouble.ts'
import { selfTest } from './self-test.ts'

export type CommandRunnerOptions = {
  /** For this runner alone, outside every workspace. What an earlier start left there is removed. */
  readonly scratchDir: string
  /** The app's own data: no command reads it, even where the opened folder holds it. */
  readonly privateFolders?: readonly string[]
  /** The person's home folder, of which commands see toolchains only. */
  readonly home?: string
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly findProgram?: (name: string) => string | undefined
}

/** Finds this system's sandbox, tries it, and returns a runner whose status is what the trial found. */
export async function createCommandRunner(options: CommandRunnerOptions): Promise<CommandRunner> {
  const { environment = process.env, platform = process.platform, home = homedir() } = options
  await rm(options.scratchDir, { recursive: true, force: true }).catch(() => {})
  await mkdir(options.scratchDir, { recursive: true, mode: 0o700 })
  const host: HostOfCommands = { scratchDir: await realpath(options.scratchDir), home, environment, platform }

  const sandbox = await open(options, host)
  if ('reason' in sandbox) return unfenced(sandbox, host)
  const status = await tryOut(sandbox, host)
  return status.kind === 'unavailable' ? unfenced(status, host) : fenced(sandbox, host)
}

/** Never runs a command outside the sandbox: what was allowed in it may already be on its way when it breaks. */
function fenced(sandbox: Sandbox, host: HostOfCommands): CommandRunner {
  let status: SandboxStatus = { kind: 'active', name: sandbox.name }
  return {
    get status() {
      return status
    },
    async run(command, options) {
      if (status.kind === 'unavailable') status = await tryOut(sandbox, host)
      if (status.kind === 'unavailable') throw new AppError('SANDBOX_UNAVAILABLE', status.reason, { hint: status.hint })
      try {
        return await runSandboxed(command, options, { sandbox, host })
      } catch (error) {
        // Is it this folder, or has the sandbox gone? What the screen says must be true from now on.
        if (error instanceof AppError && error.code === 'SANDBOX_UNAVAILABLE') status = await tryOut(sandbox, host)
        throw error
      }
    },
  }
}

/** Runs what the person approved each time, and nothing else. */
function unfenced(status: SandboxTrouble, host: HostOfCommands): CommandRunner {
  return {
    status,
    async run(command, options) {
      if (options.unsafeWithoutSandbox === true) return runWithoutSandbox(command, options, host)
      throw new AppError('SANDBOX_UNAVAILABLE', status.reason, { hint: status.hint })
    },
  }
}

async function open(options: CommandRunnerOptions, host: HostOfCommands): Promise<Sandbox | SandboxTrouble> {
  const find = options.findProgram ?? findProgram
  const choice = chooseSandbox(host.platform, (program) => find(program) !== undefined)
  if (choice.kind === 'none') return { ...choice, kind: 'unavailable' }
  try {
    return await openSandbox({
      kind: choice.kind,
      scratchDir: host.scratchDir,
      home: host.home,
      privateFolders: options.privateFolders ?? [],
      bwrapPath: find('bwrap'),
    })
  } catch (error) {
    return sandboxTrouble('could not be started', error instanceof Error ? error.message : '')
  }
}

async function tryOut(sandbox: Sandbox, host: HostOfCommands): Promise<SandboxStatus> {
  const folder = await mkdtemp(path.join(host.scratchDir, 'self-test-'))
  const { name, readable } = sandbox
  const run = async (command: string, workspace: string) => {
    const limits = { workspace, signal: AbortSignal.timeout(30_000), maxOutputBytes: 1_000_000 }
    return runSandboxed(command, limits, { sandbox, host })
  }
  try {
    return await selfTest({ folder, home: host.home, name, readable, run })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
