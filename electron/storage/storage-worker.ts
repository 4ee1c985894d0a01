import { serveWorker } from '../workers/serve-worker.ts'
import type { Database } from './database.ts'
import { createOperations } from './create-operations.ts'
import { openDatabase } from './open-database.ts'
import type { StorageMethods, StorageOperations } from './storage-protocol.ts'

type OpenFile = { readonly database: Database; readonly operations: StorageOperations }

let open: OpenFile | undefined

function openFile(file: string) {
  const { database, notice } = openDatabase(file)
  open = { database, operations: createOperations(database) }
  return { open, notice }
}

serveWorker<StorageMethods>({
  open: ({ file }) => ({ notice: open === undefined ? openFile(file).notice : null }),
  call({ file, area, method, values }) {
    const { operations } = open ?? openFile(file).open
    const areaMethods = operations[area as keyof StorageOperations] as Record<string, (...v: unknown[]) => unknown>
    return areaMethods[method]?.(...values)
  },
  close() {
    open?.database.close()
    open = undefined
    return null
  },
})
