import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StandInOptions, WorldMethods } from './stand-in-options.ts'

type World = {
  readonly [Name in keyof WorldMethods]: (
    ...values: Parameters<WorldMethods[Name]>
  ) => Promise<Awaited<ReturnType<WorldMethods[Name]>>>
}

export type StartedShell = {
  readonly world: World
  /** The exit code and what was printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
  kill(): void
}

/** Starts the built app under the stand-in, in a process of its own. `env` is added to this one's. */
export function startShell(options: StandInOptions, env: Readonly<Record<string, string>> = {}): StartedShell {
  const child = fork(fileURLToPath(new URL('./run-main.ts', import.meta.url)), [], {
    env: { ...process.env, ...env, STAND_IN: JSON.stringify(options) },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  child.stdout!.on('data', (data) => (output += String(data)))
  child.stderr!.on('data', (data) => (output += String(data)))
  const waiting = new Map<number, (answer: { value?: unknown; error?: string }) => void>()
  child.on('message', (answer: { id: number; value?: unknown; error?: string }) => waiting.get(answer.id)?.(answer))
  child.on('exit', () => {
    for (const settle of waiting.values()) settle({ error: `The app ended: ${output}` })
  })

  let lastId = 0
  function call(method: string, values: unknown[]): Promise<unknown> {
    if (!child.connected) return Promise.reject(new Error(`The app ended: ${output}`))
    const id = ++lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))))
      child.send({ id, method, values })
    })
  }

  return {
    world: new Proxy({} as World, {
      get:
        (_target, method: string) =>
        (...values: unknown[]) =>
          call(method, values),
    }),
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, output })),
    kill: () => void child.kill('SIGKILL'),
  }
}
