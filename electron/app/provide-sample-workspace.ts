import { cp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * The shipped sample may lie in a read-only archive, so the person works on a copy. Made once and then theirs: it is
 * copied under another name first, so that a full disk or a crash never leaves half a sample that looks whole.
 */
export async function provideSampleWorkspace(assets: string, dataDir: string): Promise<string> {
  const copy = path.join(dataDir, 'sample-workspace')
  if (await exists(copy)) return copy
  const unfinished = `${copy}.new`
  try {
    await rm(unfinished, { recursive: true, force: true })
    await cp(path.join(assets, 'sample-workspace'), unfinished, { recursive: true })
    await rename(unfinished, copy)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  return copy
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
