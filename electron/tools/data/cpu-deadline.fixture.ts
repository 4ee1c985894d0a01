import { readdirSync, readFileSync } from 'node:fs'

/** A signal for one call, passed on to the worker as the app passes a tool's time limit. Disposing ends the watch. */
type CpuDeadline = Disposable & { readonly signal: AbortSignal }

const lookEveryMs = 50
/** What waits for something that never comes computes nothing. */
const longestByTheClock = 12

/**
 * Aborts once the data worker of this process has computed for `budgetMs` more than by now. That is the worker's own
 * time: a machine that is busy with other things makes it no longer, so a call that exceeds it is at fault itself. By
 * the clock it may take twelve times as long, which is all that counts where the system does not tell.
 */
export function cpuDeadline(budgetMs: number): CpuDeadline {
  const exceeding = new AbortController()
  const from = workerCpuMs()
  const looking = setInterval(() => {
    if (workerCpuMs() - from > budgetMs) exceeding.abort()
  }, lookEveryMs)
  return {
    signal: AbortSignal.any([exceeding.signal, AbortSignal.timeout(budgetMs * longestByTheClock)]),
    [Symbol.dispose]: () => clearInterval(looking),
  }
}

/** One clock tick on every Linux Node runs on. */
const tickMs = 10

/** CPU that the data workers of this process have used so far; 0 before there is one, and where there is no `/proc`. */
function workerCpuMs(): number {
  if (process.platform !== 'linux') return 0
  const children = readdirSync('/proc/self/task').flatMap((thread) => childrenOf(thread))
  return children.reduce((sum, pid) => sum + cpuTicks(pid) * tickMs, 0)
}

function childrenOf(thread: string): readonly string[] {
  const pids = (read(`/proc/self/task/${thread}/children`) ?? '').split(' ').filter((pid) => pid !== '')
  return pids.filter((pid) => read(`/proc/${pid}/cmdline`)?.includes('data-worker') === true)
}

/** User and system time: fields 14 and 15 of proc(5), counted after the name, which may hold blanks. */
function cpuTicks(pid: string): number {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' ? 0 : Number(fields[11]) + Number(fields[12])
}

/** Null for a thread or process that has ended meanwhile. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
