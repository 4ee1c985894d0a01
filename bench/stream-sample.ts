import { threadCpuMicros } from './thread-cpu.ts'

/** One answer read to its end, with what it took. */
export type StreamSample = {
  /** CPU of this thread from sending to the first delta: building, signing and sending the request, the first bytes. */
  readonly requestCpuMicros: number
  /** CPU of this thread from the first delta until the answer was whole. */
  readonly streamCpuMicros: number
  readonly firstDeltaMs: number
  /** Until the page was handed the first text; of the raw SDK, which has no page, the same as `firstDeltaMs`. */
  readonly firstTextShownMs: number
  readonly characters: number
}

export type Stopwatch = {
  firstDelta(): void
  firstTextShown(): void
  stop(characters: number): StreamSample
}

/** Starts at once. Only the first call of each counts. */
export function startStopwatch(): Stopwatch {
  const startedAt = performance.now()
  const cpuAtStart = threadCpuMicros()
  let cpuAtFirstDelta: number | undefined
  let firstDeltaMs: number | undefined
  let firstTextShownMs: number | undefined
  return {
    firstDelta() {
      firstDeltaMs ??= performance.now() - startedAt
      cpuAtFirstDelta ??= threadCpuMicros()
    },
    firstTextShown() {
      firstTextShownMs ??= performance.now() - startedAt
    },
    stop(characters) {
      const cpuAtEnd = threadCpuMicros()
      if (cpuAtFirstDelta === undefined || firstDeltaMs === undefined) throw new Error('No text came.')
      return {
        requestCpuMicros: cpuAtFirstDelta - cpuAtStart,
        streamCpuMicros: cpuAtEnd - cpuAtFirstDelta,
        firstDeltaMs,
        firstTextShownMs: firstTextShownMs ?? firstDeltaMs,
        characters,
      }
    },
  }
}
