import { appendFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'

export type Log = {
  /** Never throws and never waits: a log that fails must not fail what it tells of. */
  write(level: 'info' | 'warning' | 'error', message: string, cause?: unknown): void
  close(): Promise<void>
}

const maxBytes = 5_000_000

/** One JSON object a line in `<dataDir>/app.log`; past 5 MB the old one is kept as `app.log.1`. Holds causes, never content. */
export function openLog(dataDir: string): Log {
  const file = path.join(dataDir, 'app.log')
  let last: Promise<void> = rotate(file)
  return {
    write(level, message, cause) {
      const line = JSON.stringify({ at: new Date().toISOString(), level, message, cause: describe(cause) })
      last = last.then(() => appendFile(file, `${line}\n`, { mode: 0o600 })).catch(() => {})
    },
    close: () => last,
  }
}

async function rotate(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > maxBytes) await rename(file, `${file}.1`).catch(() => {})
}

function describe(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  return { stack: cause.stack, cause: describe(cause.cause) }
}
