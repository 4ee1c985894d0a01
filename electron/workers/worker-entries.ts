import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { WorkerName } from './worker.ts'

/** Where each worker's program lives, relative to this folder. The build (`vite.main.config.ts`) reads the same table. */
export const workerEntries: Readonly<Record<WorkerName, string>> = {
  storage: '../storage/storage-worker.ts',
  data: '../tools/data/data-worker.ts',
  documents: '../tools/documents/documents-worker.ts',
}

/** A worker's file: TypeScript beside this one when run from source, `workers/<name>.js` in the build. */
export function workerFile(name: WorkerName): string {
  const source = fileURLToPath(new URL(workerEntries[name], import.meta.url))
  return existsSync(source) ? source : fileURLToPath(new URL(`./workers/${name}.js`, import.meta.url))
}
