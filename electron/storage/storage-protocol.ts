import type { WireError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import type { Storage } from './storage.ts'

/** The port as the worker fulfils it: the same methods, answering at once because SQLite's calls block. */
export type StorageOperations = Omit<Blocking, 'runs'> & {
  readonly runs: Omit<Blocking['runs'], 'append'> & {
    /** Does nothing when `batchId` is the one this run stored last: that append had arrived, only its answer was lost. */
    append(runId: RunId, events: readonly RunEvent[], batchId: string): void
  }
}

type Blocking = {
  readonly [Area in Exclude<keyof Storage, 'close'>]: {
    readonly [Method in keyof Storage[Area]]: Storage[Area][Method] extends (
      ...values: infer Values
    ) => Promise<infer Value>
      ? (...values: Values) => Value
      : never
  }
}

/**
 * Each call names the file, so that a worker started anew after a crash knows what to open. `area` and `method`
 * are checked by the types on both ends; only our own code posts to the worker.
 */
export type StorageMethods = {
  readonly open: { input: { readonly file: string }; output: { readonly notice: WireError | null }; progress: never }
  readonly call: {
    input: {
      readonly file: string
      readonly area: string
      readonly method: string
      readonly values: readonly unknown[]
    }
    output: unknown
    progress: never
  }
  /** Lets go of the file: the journal is folded in, the lock is free. */
  readonly close: { input: { readonly file: string }; output: null; progress: never }
}
