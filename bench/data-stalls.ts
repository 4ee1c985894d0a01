import { threadCpuMicros } from './thread-cpu.ts'

/** The longest this thread did not come to its timers, in ms on the clock and of its own work. */
export type Stalls = { readonly longestMs: number; readonly longestWorkMs: number }

const tickMs = 1

/**
 * Watches this thread until it is told to stop. A timer of a millisecond is set again and again: what it comes later
 * is a stall. Others on the machine can hold it up as well, so that CPU used between two ticks says what was its own.
 */
export function watchStalls(): () => Stalls {
  let longestMs = 0
  let longestWorkMs = 0
  let last = { at: performance.now(), cpu: threadCpuMicros() }
  const timer = setInterval(() => {
    const now = { at: performance.now(), cpu: threadCpuMicros() }
    longestMs = Math.max(longestMs, now.at - last.at - tickMs)
    longestWorkMs = Math.max(longestWorkMs, (now.cpu - last.cpu) / 1000)
    last = now
  }, tickMs)
  return () => {
    clearInterval(timer)
    return { longestMs, longestWorkMs }
  }
}
