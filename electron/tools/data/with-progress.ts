import type { ToolProgress } from '../../../shared/run-events.ts'

/**
 * Turns a call that reports by callback into a tool's generator: yields what it reports, returns what it returns,
 * throws what it throws. A slow reader gets the latest report only.
 */
export async function* withProgress<Value>(
  start: (onProgress: (progress: ToolProgress) => void) => Promise<Value>,
): AsyncGenerator<ToolProgress, Value, void> {
  const reports: ToolProgress[] = []
  let wake = () => {}
  const work = start((progress) => {
    reports.splice(0, 1, progress)
    wake()
  })
  const settled = work.then(
    () => 'settled' as const,
    () => 'settled' as const,
  )
  for (;;) {
    const report = reports.shift()
    if (report !== undefined) {
      yield report
      continue
    }
    const reported = new Promise<'reported'>((resolve) => {
      wake = () => resolve('reported')
    })
    if ((await Promise.race([settled, reported])) === 'settled') return work
  }
}
