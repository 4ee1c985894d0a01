/** The service's time, in milliseconds from an unknown start. It rules cache life and token quotas, and no delay. */
export interface EmulatorClock {
  now(): number
  /** Moves time on, whether it stands or runs. */
  advance(ms: number): void
  /** From now on only `advance` moves it, so that a test can stand exactly at the end of an entry's life. */
  stop(): void
}

/** A clock that runs with the machine's. */
export function createClock(): EmulatorClock {
  let advancedMs = 0
  let stoppedAtMs: number | undefined
  const machineMs = (): number => stoppedAtMs ?? performance.now()
  return {
    now: () => machineMs() + advancedMs,
    advance: (ms) => {
      advancedMs += ms
    },
    stop: () => {
      // Whole milliseconds, so that sums of them are exact.
      stoppedAtMs ??= Math.floor(performance.now())
    },
  }
}
