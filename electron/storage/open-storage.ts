import { AppError, type WireError } from '../../shared/errors.ts'
import { callWorker } from '../workers/call-worker.ts'
import type { WorkerHandle } from '../workers/worker.ts'
import { appendOnce } from './append-once.ts'
import type { StorageMethods } from './storage-protocol.ts'
import type { Storage } from './storage.ts'

export type OpenedStorage = {
  readonly storage: Storage
  /** What was survived: a damaged file set aside. To be shown to the person. */
  readonly notice?: WireError
}

/**
 * Opens the database in a worker of its own; `file` is created when it is not there, its folder must exist.
 *
 * Rejects with `ALREADY_RUNNING` while another process has the file, `DATABASE_TOO_NEW`, `FILE_UNREADABLE`,
 * `DISK_FULL`. A damaged file is renamed, never deleted, and told in `notice`.
 */
export async function openStorage(options: {
  readonly spawn: () => WorkerHandle
  readonly file: string
}): Promise<OpenedStorage> {
  const { file } = options
  const worker = callWorker<StorageMethods>(options.spawn)
  let isClosed = false

  const forward =
    (area: string, method: string) =>
    async (...values: readonly unknown[]): Promise<unknown> => {
      if (isClosed) throw new AppError('CANCELLED', 'The app is closing.')
      return worker.call('call', { file, area, method, values })
    }

  try {
    const { notice } = await worker.call('open', { file })
    const areas = forwardAll(forward)
    const storage = {
      ...areas,
      runs: { ...areas.runs, append: appendOnce(forward('runs', 'append')) },
      async close() {
        if (isClosed) return
        isClosed = true
        try {
          await worker.call('close', { file })
        } finally {
          worker.close()
        }
      },
    }
    return notice === null ? { storage } : { storage, notice }
  } catch (error) {
    worker.close()
    throw error
  }
}

type Areas = Omit<Storage, 'close'>

/** Every method of the port by name. A missing or unknown one does not compile. */
const methodNames: { readonly [Area in keyof Areas]: Readonly<Record<keyof Areas[Area], true>> } = {
  conversations: {
    list: true,
    create: true,
    get: true,
    brief: true,
    configure: true,
    pin: true,
    pinnedTexts: true,
    rename: true,
    suggestTitle: true,
    delete: true,
    restore: true,
    purgeDeleted: true,
  },
  runs: { append: true, get: true, recent: true, endInterrupted: true },
  usage: { byAgent: true, recordCall: true },
  results: { keep: true, read: true },
  promptCache: { load: true, save: true, dropExpired: true },
  choices: { addOverride: true, overrides: true },
  grants: { list: true, add: true, countUse: true, revoke: true },
  changes: { add: true, list: true, get: true, setState: true },
  taint: { add: true, list: true },
  audit: { append: true },
}

function forwardAll(forward: (area: string, method: string) => unknown): Areas {
  return Object.fromEntries(
    Object.entries(methodNames).map(([area, methods]) => [
      area,
      Object.fromEntries(Object.keys(methods).map((method) => [method, forward(area, method)])),
    ]),
  ) as unknown as Areas
}
