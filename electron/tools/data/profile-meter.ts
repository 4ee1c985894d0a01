import type { ToolProgress } from '../../../shared/run-events.ts'

/** How far a profile of some tables is. Never goes back, and tells at most ten times a second. */
export type ProfileMeter = {
  startTable(name: string): void
  /** What DuckDB says of its statement counts from now on, up to this share of the table; 0 for not at all. */
  countReading(share: number): void
  noteRead(fraction: number): void
  /** `share` is how much of the table is done by now. */
  noteColumns(done: number, of: number, share: number): void
}

const intervalMs = 100
/** Fewer are done before anybody has read the words. */
const namedColumns = 100

export function profileMeter(tables: number, progress: (value: ToolProgress) => void): ProfileMeter {
  let table = -1
  let name = ''
  let reading = 0
  let told = 0
  let toldAt = Number.NEGATIVE_INFINITY

  function tell(share: number, words: string): void {
    const fraction = Math.min(1, (table + share) / tables)
    if (fraction <= told || performance.now() - toldAt < intervalMs) return
    told = fraction
    toldAt = performance.now()
    progress({ message: words, fraction })
  }

  return {
    startTable(started) {
      table += 1
      name = started
      reading = 0
      tell(0, `Reading ${name}`)
    },
    countReading(share) {
      reading = share
    },
    noteRead(fraction) {
      if (reading > 0) tell(fraction * reading, `Reading ${name}`)
    },
    noteColumns(done, of, share) {
      const words = of < namedColumns ? '' : `, column ${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}`
      tell(share, `Reading ${name}${words}`)
    },
  }
}
