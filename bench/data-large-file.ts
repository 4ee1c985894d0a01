import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { toWireError } from '../shared/errors.ts'
import type { ToolOutcome } from '../shared/tool-results.ts'
import { describeData } from '../electron/tools/data/describe-data.ts'
import { engineForTests } from '../electron/tools/data/data-engine.fixture.ts'
import { queryData } from '../electron/tools/data/query-data.ts'
import { openRunTools, quiet } from '../electron/tools/run-tools.fixture.ts'
import { timeDuckDb } from './data-alone.ts'
import { writeDataFile } from './data-file.ts'
import { watchStalls, type Stalls } from './data-stalls.ts'
import { findWorkerProcess } from './data-worker-process.ts'
import { medianWithSpread } from './median.ts'

/** What was measured with one large file, through the tools as the app runs them and a worker in a process of its own. */
export type LargeFileFigures = {
  readonly alone: readonly number[]
  /** In a worker that has read the file before, and in one that has not. */
  readonly app: readonly number[]
  readonly appFirst: readonly number[]
  readonly stalls: readonly Stalls[]
  readonly queryStops: readonly number[]
  readonly profileStops: readonly number[]
  readonly profiles: readonly ProfileFigures[]
  /** Empty where the system does not tell. */
  readonly queryPeaks: readonly number[]
}

export type ProfileFigures = {
  readonly totalMs: number
  readonly firstReportMs: number
  readonly reports: number
  readonly longestSilenceMs: number
  readonly peakMegabytes: number | null
}

const rounds = { query: 5, profile: 2, cancel: 3 }

export async function measureLargeFile(bytes: number): Promise<LargeFileFigures> {
  const at = await openRunTools([queryData, describeData], {
    services: { data: new Proxy({} as never, { get: (_, name) => worker.engine[name as 'query'] }) },
  })
  let worker = engineForTests(at.workspace)
  try {
    const file = path.join(at.workspace, 'big.csv')
    await writeDataFile(file, bytes)
    // A file changed a moment ago is looked at more closely by the result cache; most files are older.
    await sleep(4000)
    const call = (name: string, input: Record<string, string>, how: CallOptions = {}) =>
      at.call(name, input, { isRefresh: true, ...how })
    const renewWorker = async () => {
      worker.dispose()
      worker = engineForTests(at.workspace)
      await worker.engine.filesNamed('SELECT 1', { signal: new AbortController().signal })
    }
    const figures = {
      alone: [] as number[],
      app: [] as number[],
      appFirst: [] as number[],
      stalls: [] as Stalls[],
      queryPeaks: [] as number[],
      queryStops: [] as number[],
      profileStops: [] as number[],
      profiles: [] as ProfileFigures[],
    }
    await timeDuckDb(grouped(`read_csv('${file}')`))
    for (let round = 0; round < rounds.query; round++) {
      await renewWorker()
      figures.appFirst.push((await timed(() => call('query_data', { sql: grouped("'big.csv'") }))).durationMs)
      figures.alone.push(await timeDuckDb(grouped(`read_csv('${file}')`)))
      const stop = watchStalls()
      figures.app.push((await timed(() => call('query_data', { sql: grouped("'big.csv'") }))).durationMs)
      figures.stalls.push(stop())
      const peak = await (await findWorkerProcess())?.peakMegabytes()
      if (peak !== undefined) figures.queryPeaks.push(peak)
    }
    const midwayMs = medianWithSpread(figures.app).median / 2
    for (let round = 0; round < rounds.cancel; round++) {
      figures.queryStops.push(
        await timeToStop((how) => call('query_data', { sql: grouped("'big.csv'") }, how), midwayMs),
      )
      figures.profileStops.push(await timeToStop((how) => call('describe_data', { file: 'big.csv' }, how), midwayMs))
    }
    for (let round = 0; round < rounds.profile; round++) {
      await renewWorker()
      figures.profiles.push(await followProfile((how) => call('describe_data', { file: 'big.csv' }, how)))
    }
    return figures
  } finally {
    worker.dispose()
    await at[Symbol.asyncDispose]()
  }
}

type CallOptions = Parameters<Awaited<ReturnType<typeof openRunTools>>['call']>[2]
type Call = (how: CallOptions) => Promise<ToolOutcome>

/** By two columns of texts. The mark keeps anybody who remembers the statement from answering without reading. */
function grouped(from: string): string {
  return `SELECT region, product, sum(quantity * price) AS total, count(*) AS sales FROM ${from} GROUP BY region, product ORDER BY total DESC -- ${randomUUID()}`
}

async function timed(start: () => Promise<ToolOutcome>): Promise<{ readonly durationMs: number }> {
  const startedAt = performance.now()
  const outcome = await start()
  const durationMs = performance.now() - startedAt
  if (outcome.status !== 'success') throw new Error(`A call failed: ${JSON.stringify(outcome.content)}`)
  return { durationMs }
}

const watchedMs = 1000

/** From the abort until the call has ended and the worker uses no CPU any more. */
async function timeToStop(call: Call, afterMs: number): Promise<number> {
  const aborting = new AbortController()
  const ended = call({ signal: aborting.signal }).then(
    ({ status }) => ({ how: status, at: performance.now() }),
    (error: unknown) => ({ how: toWireError(error).code, at: performance.now() }),
  )
  await sleep(afterMs)
  const abortedAt = performance.now()
  aborting.abort()
  const busyUntil = await lastBusy(abortedAt)
  const { how, at } = await ended
  if (how.toLowerCase() !== 'cancelled') throw new Error(`A call ended as ${how}, not cancelled.`)
  return Math.max(at, busyUntil) - abortedAt
}

/** When the worker last used CPU, within a second. */
async function lastBusy(from: number): Promise<number> {
  const worker = await findWorkerProcess()
  let last = from
  let cpuMs = await worker?.cpuMs()
  while (performance.now() < from + watchedMs) {
    await sleep(10)
    const now = await worker?.cpuMs()
    if (now !== cpuMs) last = performance.now()
    cpuMs = now
  }
  return last
}

async function followProfile(call: Call): Promise<ProfileFigures> {
  const startedAt = performance.now()
  const reportedAt: number[] = []
  const listener = { ...quiet, onProgress: () => void reportedAt.push(performance.now()) }
  const { durationMs } = await timed(() => call({ listener }))
  const marks = [startedAt, ...reportedAt, startedAt + durationMs]
  return {
    totalMs: durationMs,
    firstReportMs: (reportedAt[0] ?? Number.NaN) - startedAt,
    reports: reportedAt.length,
    longestSilenceMs: Math.max(...marks.slice(1).map((mark, index) => mark - (marks[index] ?? mark))),
    peakMegabytes: (await (await findWorkerProcess())?.peakMegabytes()) ?? null,
  }
}
