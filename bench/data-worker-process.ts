import { readdir, readFile } from 'node:fs/promises'

/** The process of the data worker, as Linux tells of it. */
export type WorkerProcess = {
  /** The most memory it has held so far, in MB. */
  peakMegabytes(): Promise<number>
  /** CPU it has used so far, in ms; in steps of 10. */
  cpuMs(): Promise<number>
}

/** The data worker this process has started, or null where the system has no `/proc`. Throws when none runs. */
export async function findWorkerProcess(): Promise<WorkerProcess | null> {
  if (process.platform !== 'linux') return null
  for (const thread of await readdir('/proc/self/task')) {
    const children = await readFile(`/proc/self/task/${thread}/children`, 'utf8')
    for (const pid of children.trim().split(' ')) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (command.includes('data-worker')) return workerProcess(pid)
    }
  }
  throw new Error('No data worker runs.')
}

/** One clock tick on every Linux Node runs on. */
const tickMs = 10

function workerProcess(pid: string): WorkerProcess {
  return {
    async peakMegabytes() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8')
      return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / 1e6
    },
    async cpuMs() {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
      // After the name, which may hold blanks: fields 14 and 15 of proc(5).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * tickMs
    },
  }
}
