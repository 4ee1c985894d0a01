import { readdir, readFile } from 'node:fs/promises'

/** Set to a command's own mark in its environment; every process it starts inherits it. */
export const markVariable = 'BEDROCK_ANALYST_COMMAND'

/** A tree that forks while it is being read is read again, up to this often. */
const maxRounds = 20

/**
 * Kills a command's process group and, on Linux, whatever carries its mark: a daemon that left the group and its
 * parent behind is found by the environment it was started with. Inside the sandbox the kernel already does this: the
 * first process of a PID namespace takes all others with it.
 */
export async function killProcessTree(groupId: number, mark: string): Promise<void> {
  kill(-groupId)
  if (process.platform !== 'linux') return
  for (let round = 0; round < maxRounds; round += 1) {
    const found = await markedProcesses(mark)
    if (found.length === 0) return
    found.forEach(kill)
  }
}

async function markedProcesses(mark: string): Promise<readonly number[]> {
  const needle = `${markVariable}=${mark}`
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    names.map(async (name) => {
      // Empty for the dead that nobody has collected yet, unreadable for other people's.
      const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '')
      return environment.split('\0').includes(needle) ? [Number(name)] : []
    }),
  )
  return found.flat()
}

function kill(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
