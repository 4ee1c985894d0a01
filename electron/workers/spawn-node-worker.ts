import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { workerFile } from './worker-entries.ts'
import { workerEnvironment } from './worker-environment.ts'
import type { WorkerHandle, WorkerName } from './worker.ts'

/** Workers under plain Node (browser host, tests): a forked child or a thread. Electron's are in `shell/`. */
export function spawnNodeWorker(name: WorkerName, isolation: 'process' | 'thread'): WorkerHandle {
  return isolation === 'thread' ? spawnThread(name) : spawnProcess(name)
}

function spawnThread(name: WorkerName): WorkerHandle {
  const thread = new Worker(workerFile(name), { name })
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => subscribe(thread, 'message', listener),
    onExit(listener) {
      // 'exit' follows 'error'; without a listener an 'error' would end the app.
      const onError = (error: Error) => listener(error.message)
      const onExit = (code: number) => listener(`exit code ${code}`)
      thread.on('error', onError).on('exit', onExit)
      return () => void thread.off('error', onError).off('exit', onExit)
    },
    kill: () => void thread.terminate(),
  }
}

function spawnProcess(name: WorkerName): WorkerHandle {
  const child = fork(workerFile(name), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: workerEnvironment(process.env),
    execArgv: [],
  })
  return {
    post: (message) => void (child.connected && child.send(message as object)),
    onMessage: (listener) => subscribe(child, 'message', listener),
    onExit(listener) {
      const onError = (error: Error) => listener(error.message)
      const onExit = (code: number | null, signal: string | null) => listener(signal ?? `exit code ${code}`)
      child.on('error', onError).on('exit', onExit)
      return () => void child.off('error', onError).off('exit', onExit)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function subscribe(source: NodeJS.EventEmitter, event: string, listener: (message: unknown) => void): () => void {
  source.on(event, listener)
  return () => void source.off(event, listener)
}
