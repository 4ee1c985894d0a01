import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import { callWorker, type WorkerClient } from '../../workers/call-worker.ts'
import type { WorkerHandle } from '../../workers/worker.ts'
import type { DocumentReader } from './document-reader.ts'
import type { DocumentWorkerMethods, FileToRead } from './document-worker-methods.ts'

/**
 * Reads each document in a process of its own (`spawn`) that ends with it: a document made to crash, hang or eat memory
 * takes nothing else along, and what it did to a library is gone. `TOOL_TIMEOUT` after `timeLimitMs`, by killing.
 */
export function createDocumentReader(
  spawn: () => WorkerHandle,
  { timeLimitMs = 60_000 }: { readonly timeLimitMs?: number } = {},
): DocumentReader {
  const open = new Set<WorkerClient<DocumentWorkerMethods>>()

  async function inOwnProcess<Name extends keyof DocumentWorkerMethods>(
    method: Name,
    request: DocumentWorkerMethods[Name]['input'],
    signal: AbortSignal,
  ): Promise<DocumentWorkerMethods[Name]['output']> {
    const worker = callWorker<DocumentWorkerMethods>(spawn)
    open.add(worker)
    const timeLimit = AbortSignal.timeout(timeLimitMs)
    try {
      return await worker.call(method, request, { signal: AbortSignal.any([signal, timeLimit]), graceMs: 0 })
    } catch (error) {
      const { shown } = request
      throw timeLimit.aborted && !signal.aborted ? tookTooLong(shown, error) : inWords(error, shown)
    } finally {
      open.delete(worker)
      worker.close()
    }
  }

  return {
    read: (file, { signal, ...asked }) => inOwnProcess('read', { ...plain(file), ...asked }, signal),
    search: (file, { signal, ...asked }) => inOwnProcess('search', { ...plain(file), ...asked }, signal),
    describe: (file, { signal, ...asked }) => inOwnProcess('describe', { ...plain(file), ...asked }, signal),
    tables: (file, { signal }) => inOwnProcess('tables', plain(file), signal),
    close: () => open.forEach((worker) => worker.close()),
  }
}

/** Nothing but what the worker needs crosses. */
function plain({ absolute, shown }: FileToRead): FileToRead {
  return { absolute, shown }
}

function tookTooLong(shown: string, cause: unknown): AppError {
  return new AppError('TOOL_TIMEOUT', `Reading “${visibleName(shown)}” took too long, so it was stopped.`, {
    hint: 'It may be damaged, or made to be hard to read. Save it again in the program it came from, or read another file.',
    cause,
  })
}

function inWords(error: unknown, shown: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'WORKER_DIED') return error
  return new AppError('WORKER_DIED', `“${visibleName(shown)}” could not be read: its reader ended unexpectedly.`, {
    hint: 'It may be damaged or need more memory than there is. Save it again in the program it came from.',
    cause: error,
  })
}
