import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../project-paths.ts'

export type EndedProgram = {
  /** null when a signal ended it. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export type StartedProgram = {
  readonly child: ChildProcess
  /** Resolves with the first match in what it prints; rejects when it ends without one. */
  prints(pattern: RegExp): Promise<RegExpExecArray>
  readonly ended: Promise<EndedProgram>
}

/** Starts `electron/ask.ts` or `electron/serve.ts` as a person would, with no AWS setting of this machine. */
export function startProgram(
  program: 'ask.ts' | 'serve.ts',
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): StartedProgram {
  const child = spawn(process.execPath, [path.join(projectRoot(), 'electron', program), ...args], {
    cwd: options.cwd,
    env: { ...ownEnvironment(options.cwd), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()))
  const ended = new Promise<EndedProgram>((resolve) => {
    child.on('close', (code) => resolve({ code, ...heard }))
  })
  return {
    child,
    ended,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(heard.out)
          if (found !== null) resolve(found)
        }
        child.stdout.on('data', look)
        child.on('close', () => reject(new Error(`It ended before it printed ${pattern}:\n${heard.out}${heard.err}`)))
        look()
      }),
  }
}

function ownEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && name !== 'INIT_CWD')
  return { ...Object.fromEntries(kept), HOME: home, AWS_EC2_METADATA_DISABLED: 'true' }
}
