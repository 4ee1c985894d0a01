import { utilityProcess } from 'electron'
import { spawnNodeWorker } from '../workers/spawn-node-worker.ts'
import { workerFile } from '../workers/worker-entries.ts'
import { workerEnvironment } from '../workers/worker-environment.ts'
import type { WorkerHandle, WorkerName } from '../workers/worker.ts'

/** Workers under Electron: a utility process (the installed app cannot run itself as Node) or a thread. */
export function spawnElectronWorker(name: WorkerName, isolation: 'process' | 'thread'): WorkerHandle {
  return isolation === 'thread' ? spawnNodeWorker(name, 'thread') : spawnUtilityProcess(name)
}

function spawnUtilityProcess(name: WorkerName): WorkerHandle {
  const child = utilityProcess.fork(workerFile(name), [], {
    serviceName: `Bedrock Analyst: ${name}`,
    env: workerEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage(listener) {
      child.on('message', listener)
      return () => void child.off('message', listener)
    },
    onExit(listener) {
      const onExit = (code: number) => listener(`exit code ${code}`)
      child.on('exit', onExit)
      return () => void child.off('exit', onExit)
    },
    kill: () => void child.kill(),
  }
}
