import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import type { SandboxStatus } from '../../shared/ipc/contract.ts'
import type { CommandResult } from './command-runner.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { sandboxTrouble } from './sandbox-trouble.ts'

/**
 * Tries the sandbox for real before anything is said about it: a command must be able to work in its folder, and must
 * not be able to write beside it, read what lies beside it or in the person's home folder, or reach a server on this
 * machine. `run` runs a command in the sandbox with `workspace` as its only writable folder. Does not throw.
 */
export async function selfTest(parts: {
  /** An empty folder for the test alone. */
  readonly folder: string
  readonly home: string
  /** Readable on purpose, so their names may show. */
  readonly readable: readonly string[]
  readonly name: string
  readonly run: (command: string, workspace: string) => Promise<CommandResult>
}): Promise<SandboxStatus> {
  const workspace = path.join(parts.folder, 'workspace')
  const secret = randomUUID()
  const outside = path.join(parts.folder, 'outside')
  await mkdir(workspace)
  await writeFile(path.join(parts.folder, 'secret'), secret)
  const server = createServer((socket) => socket.destroy())
  let connections = 0
  server.on('connection', () => (connections += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const result = await parts.run(attempts(parts, { outside, port }), workspace)
    const written = await readFile(path.join(workspace, 'written'), 'utf8').catch(() => '')
    if (written !== 'written\n') return sandboxTrouble('could not run a command in it', result.stderr)
    if (await exists(outside)) return sandboxTrouble('let a command write outside the opened folder')
    if (result.stdout.includes(secret)) return sandboxTrouble('let a command read outside the opened folder')
    if (await showsHome(result.stdout, parts)) return sandboxTrouble('let a command look into the home folder')
    if (connections > 0 || result.stdout.includes('network: open'))
      return sandboxTrouble('let a command reach the network')
    return { kind: 'active', name: parts.name }
  } catch (error) {
    return sandboxTrouble('could not run a command in it', error instanceof Error ? error.message : '')
  } finally {
    server.close()
  }
}

function attempts({ folder, home }: { folder: string; home: string }, at: { outside: string; port: number }): string {
  return [
    'echo written > written',
    `echo escaped > ${quoteForShell(at.outside)}`,
    `cat ${quoteForShell(`${folder}/secret`)}`,
    `cat ${quoteForShell(`/proc/self/root${folder}/secret`)}`,
    `(exec 5<>/dev/tcp/127.0.0.1/${at.port}) && echo 'network: open'`,
    `echo 'home:'; ls -A ${quoteForShell(home)}`,
    'true',
  ].join('\n')
}

async function showsHome(
  stdout: string,
  { home, folder, readable }: { home: string; folder: string; readable: readonly string[] },
): Promise<boolean> {
  const names = new Set(await readdir(home).catch(() => []))
  const open = new Set([folder, ...readable].map((each) => path.relative(home, each).split(path.sep)[0]))
  const listed = stdout.slice(stdout.lastIndexOf('home:\n') + 6).split('\n')
  return listed.some((name) => names.has(name) && !open.has(name))
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
