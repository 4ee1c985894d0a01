import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { demand, strict, strictEvents } from './strict.ts'

const parentPort = fileURLToPath(new URL('./pretended-parent-port.ts', import.meta.url))

/** A utility process as a forked Node with `process.parentPort`, whose messages arrive wrapped in an event. */
export function forkUtilityProcess(
  file: string,
  args: readonly string[],
  { env, stdio }: { readonly env: Record<string, string>; readonly stdio: readonly string[] },
) {
  demand(stdio[0] === 'ignore', 'A utility process has no standard input')
  const child = fork(file, [...args], {
    env,
    execArgv: ['--import', parentPort],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const events = strictEvents(['UtilityProcess'])
  child.on('message', (message) => events.emit('message', message))
  child.on('exit', (code) => events.emit('exit', code ?? 15))
  return strict(['UtilityProcess'], {
    ...events.members,
    postMessage: (message: object) => void (child.connected && child.send(message)),
    kill: () => child.kill('SIGTERM'),
  })
}
