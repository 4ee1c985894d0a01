import { AppError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import type { RunRegistry } from '../agent/run-registry.ts'
import type { Storage } from '../storage/storage.ts'

/** Runs by their own id, under way or long over. */
export type RunLookup = {
  /** As it is now. `NOT_FOUND` for one that never was, or whose conversation is deleted. */
  get(id: RunId): Promise<RunState>
  /** Newest first, those under way among them. */
  recent(limit: number): ReturnType<Storage['runs']['recent']>
}

export function createRunLookup(deps: {
  readonly registry: Pick<RunRegistry, 'get'>
  readonly storage: { readonly runs: Pick<Storage['runs'], 'get' | 'recent'> }
}): RunLookup {
  return {
    async get(id) {
      // What is under way has words that are not on disk yet; what has ended may have been refreshed since.
      const live = deps.registry.get(id)?.state()
      const stored = live?.stop === null ? undefined : await deps.storage.runs.get(id)
      const run = stored !== undefined && stored.stop !== null ? stored : (live ?? stored)
      if (run === undefined)
        throw new AppError('NOT_FOUND', 'There is no such run.', {
          hint: 'It may have been deleted with its conversation. Choose one of the newest runs.',
        })
      return run
    },
    recent: (limit) => deps.storage.runs.recent(limit),
  }
}
