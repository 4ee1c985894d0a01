import type { RunId } from '../../../shared/ids.ts'
import type { RunListener, LiveRun } from '../../agent/run-registry.ts'
import { createRunLog, type RunLog } from './run-log.ts'

/** The logs of the runs that programs follow. */
export type RunLogs = {
  /** The log of a run under way, begun now if nobody followed it before. */
  follow(run: LiveRun): RunLog
  /** Starts a run whose log holds its very first event. */
  start(start: (listener: RunListener) => Promise<LiveRun>): Promise<{ readonly run: LiveRun; readonly log: RunLog }>
  /** Of a run that was followed and may still be resumed. */
  find(id: RunId): RunLog | undefined
}

/** How long after the end a reader may still come back for the last events. */
const keepEndedMs = 60_000

export function createRunLogs(logFailure: (error: unknown) => void): RunLogs {
  const logs = new Map<RunId, RunLog>()

  function keep(run: LiveRun, log: RunLog): void {
    logs.set(run.runId, log)
    run.ended.finally(() => setTimeout(() => logs.delete(run.runId), keepEndedMs).unref()).catch(logFailure)
  }

  return {
    follow(run) {
      const known = logs.get(run.runId)
      if (known !== undefined) return known
      const log = createRunLog()
      run.subscribe((events) => log.append(events))
      keep(run, log)
      return log
    },
    async start(start) {
      const log = createRunLog()
      const run = await start((events) => log.append(events))
      keep(run, log)
      return { run, log }
    },
    find: (id) => logs.get(id),
  }
}
