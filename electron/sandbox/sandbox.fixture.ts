import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CommandOptions, CommandResult, CommandRunner } from './command-runner.ts'
import { createCommandRunner, type CommandRunnerOptions } from './create-command-runner.ts'

export type SandboxFixture = {
  readonly root: string
  readonly workspace: string
  /** Beside the workspace, with a file `secret` in it. */
  readonly outside: string
  readonly secret: string
  /** A person's home: a toolchain and a diary. */
  readonly home: string
  create(options?: Partial<CommandRunnerOptions>): Promise<CommandRunner>
  run(runner: CommandRunner, command: string, options?: Partial<CommandOptions>): Promise<CommandResult>
  remove(): Promise<void>
}

/** A workspace, something outside it worth protecting, and scratch folders, all temporary. */
export async function sandboxFixture(): Promise<SandboxFixture> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "sandbox's test-")))
  const workspace = path.join(root, 'work')
  const outside = path.join(root, 'outside')
  const secret = 'keep-this-to-yourself'
  await mkdir(workspace)
  await mkdir(outside)
  await writeFile(path.join(outside, 'secret'), secret)
  const home = path.join(root, 'home')
  await mkdir(path.join(home, '.cargo', 'bin'), { recursive: true })
  for (const file of ['diary', '.cargo/credentials.toml', '.cargo/bin/tool'])
    await writeFile(path.join(home, file), secret)
  let runners = 0
  return {
    root,
    workspace,
    outside,
    secret,
    home,
    create: (options = {}) => {
      runners += 1
      return createCommandRunner({ home, scratchDir: path.join(root, `scratch ${runners}`), ...options })
    },
    run: (runner, command, options = {}) =>
      runner.run(command, { workspace, signal: new AbortController().signal, maxOutputBytes: 20_000, ...options }),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** The ids of all living processes whose command line holds `text`. */
export async function processesNamed(text: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return ids.filter((_id, index) => lines[index]?.includes(text))
}
