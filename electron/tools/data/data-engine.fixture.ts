import { mkdtempSync, realpathSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnNodeWorker } from '../../workers/spawn-node-worker.ts'
import type { WorkerHandle } from '../../workers/worker.ts'
import { createDataEngine } from './create-data-engine.ts'
import type { DataEngine, DataFile } from './data-engine.ts'
import { splitPart } from './split-part.ts'

/** For tests: a real engine over real files in a folder of its own, or in `workspace`. */
export type EngineForTests = {
  readonly folder: string
  readonly resultsDir: string
  readonly scratchDir: string
  readonly engine: DataEngine
  /** The worker that runs now. */
  readonly worker: () => WorkerHandle | undefined
  readonly write: (name: string, content: string | Uint8Array) => DataFile
  readonly file: (name: string) => DataFile
  /** Rows of a query over the files it names. */
  readonly rows: (sql: string, maxRows?: number) => Promise<readonly (readonly unknown[])[]>
  readonly dispose: () => void
}

export function engineForTests(workspace?: string): EngineForTests {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'data-engine-')))
  const folder = workspace ?? join(root, 'workspace')
  mkdirSync(folder, { recursive: true })
  const resultsDir = join(root, 'results')
  const scratchDir = join(root, 'scratch')
  let current: WorkerHandle | undefined
  const engine = createDataEngine({
    spawn: () => (current = spawnNodeWorker('data', 'process')),
    resultsDir,
    scratchDir,
    fontFile: fileURLToPath(new URL('../../../assets/fonts/DejaVuSans.ttf', import.meta.url)),
  })
  const file = (name: string): DataFile => ({ name, absolute: join(folder, splitPart(name).path) })
  return {
    folder,
    resultsDir,
    scratchDir,
    engine,
    worker: () => current,
    file,
    write(name, content) {
      const written = file(name)
      mkdirSync(dirname(written.absolute), { recursive: true })
      writeFileSync(written.absolute, content)
      return written
    },
    async rows(sql, maxRows = 1000) {
      const { signal } = new AbortController()
      const files = (await engine.filesNamed(sql, { signal })).map(file)
      return (await engine.query(sql, { files, maxRows, signal, onProgress: () => {} })).rows
    },
    dispose() {
      engine.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
