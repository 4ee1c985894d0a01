import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { maxProcesses } from './limit-command.ts'

export type ProcessLimit = {
  /** A process that writes its id here is counted, with all it starts. */
  readonly membersFile: string
  /** After its processes are gone. */
  release(): Promise<void>
}

/**
 * A control group that holds at most `maxProcesses`. For root, whom the kernel exempts from `ulimit -u` even in a user
 * namespace, so that a fork bomb would take the machine down. Null where the groups cannot be written (a container
 * that has its own limit, or a plain user, who has prlimit).
 */
export async function limitProcesses(): Promise<ProcessLimit | null> {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return null
  for (const parent of await parentGroups()) {
    const group = path.join(parent, `bedrock-analyst-${randomUUID()}`)
    try {
      await mkdir(group)
    } catch {
      continue
    }
    try {
      await writeFile(path.join(group, 'pids.max'), String(maxProcesses))
      return { membersFile: path.join(group, 'cgroup.procs'), release: () => removeGroup(group) }
    } catch {
      await removeGroup(group)
    }
  }
  return null
}

/** This process's own group in version 1's `pids` hierarchy and in version 2's single one. */
async function parentGroups(): Promise<readonly string[]> {
  const lines = (await readFile('/proc/self/cgroup', 'utf8').catch(() => '')).split('\n')
  return lines.flatMap((line) => {
    const [, controllers = '', group = ''] = /^\d+:([^:]*):(.*)$/.exec(line) ?? []
    if (controllers.split(',').includes('pids')) return [path.join('/sys/fs/cgroup/pids', group)]
    return controllers === '' && group !== '' ? [path.join('/sys/fs/cgroup', group)] : []
  })
}

/** The kernel lets go of a group a moment after its last process. */
async function removeGroup(group: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await rmdir(group)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}
