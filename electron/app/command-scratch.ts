import { mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'

const prefix = 'bedrock-analyst-'

/**
 * A folder of our own under the system's temporary one, for what commands write beside the workspace. It is outside
 * the data folder, of which nothing is theirs. Folders that an app left when it was killed are removed on the way.
 */
export async function makeCommandScratch(temporary: string): Promise<string> {
  await removeLeftOver(temporary)
  return mkdtemp(path.join(temporary, `${prefix}${process.pid}-`))
}

async function removeLeftOver(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || isRunning(Number(owner))) continue
    // Somebody else's folder cannot be removed, and need not be.
    await rm(path.join(temporary, name), { recursive: true, force: true }).catch(() => {})
  }
}

/** Also true for a process of somebody else, which answers with EPERM, and for a new one under an old number. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
