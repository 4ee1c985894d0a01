import { AppError } from '../../shared/errors.ts'
import type { ToolAnswer } from './tool.ts'

/** An answer as it was worked out. `storedAt` is epoch milliseconds, `tookMs` how long that took. */
export type CachedAnswer = { readonly answer: ToolAnswer; readonly storedAt: number; readonly tookMs: number }

/** Answers by a key that says everything they depend on. */
export type ResultCache = {
  find(key: string): CachedAnswer | undefined
  /** `ttlMs` may be Infinity: while the app runs. */
  keep(key: string, result: { readonly answer: ToolAnswer; readonly tookMs: number }, ttlMs: number): void
  drop(key: string): void
  /** Runs `work` so that others can wait for it. */
  lead<Value>(key: string, work: () => Promise<Value>): Promise<Value>
  /**
   * Waits for the work that leads under this key: true when it is over, however it ended, false when there is none.
   * `CANCELLED` when `signal` aborts first, which does not disturb the work.
   */
  follow(key: string, signal: AbortSignal): Promise<boolean>
}

/**
 * Answers in memory, the least recently used ones leaving first. They are kept as JSON text: nobody can change one
 * that others will be given, and their size is known.
 */
export function createResultCache({
  now,
  maxEntries = 1000,
  maxBytes = 64 * 1024 ** 2,
}: {
  readonly now: () => number
  readonly maxEntries?: number
  readonly maxBytes?: number
}): ResultCache {
  const entries = new Map<string, Entry>()
  const leading = new Map<string, Promise<unknown>>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    find(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      drop(key)
      if (isOver(entry, now())) return undefined
      entries.set(key, entry)
      bytes += entry.bytes
      return { answer: JSON.parse(entry.json) as ToolAnswer, storedAt: entry.storedAt, tookMs: entry.tookMs }
    },

    keep(key, { answer, tookMs }, ttlMs) {
      drop(key)
      const json = JSON.stringify(answer)
      const entry = { json, bytes: (json.length + key.length) * bytesPerCharacter, storedAt: now(), tookMs, ttlMs }
      if (entry.bytes > maxBytes) return
      entries.set(key, entry)
      bytes += entry.bytes
      while (entries.size > maxEntries || bytes > maxBytes) drop(entries.keys().next().value!)
    },

    drop,

    async lead(key, work) {
      const running = work()
      leading.set(key, running)
      try {
        return await running
      } finally {
        if (leading.get(key) === running) leading.delete(key)
      }
    },

    async follow(key, signal) {
      const running = leading.get(key)
      if (running === undefined) return false
      await endOrAbort(running, signal)
      return true
    },
  }
}

type Entry = Omit<CachedAnswer, 'answer'> & {
  readonly json: string
  readonly bytes: number
  readonly ttlMs: number
}

/** What a string may take at most. */
const bytesPerCharacter = 2

/** An entry from the future was stored before the clock was set back, and nobody knows how old it is. */
function isOver({ storedAt, ttlMs }: Entry, now: number): boolean {
  return now < storedAt || now - storedAt >= ttlMs
}

function endOrAbort(running: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new AppError('CANCELLED', 'Cancelled.'))
    const onEnd = () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    running.then(onEnd, onEnd)
  })
}
