import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'

/** Two folders for one command, gone when it has ended: an empty home it cannot write, and room for temporary files. */
export async function withPrivateFolders<Result>(
  scratchDir: string,
  work: (folders: { readonly home: string; readonly temporary: string }) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(scratchDir, 'command-'))
  const home = path.join(folder, 'home')
  const temporary = path.join(folder, 'tmp')
  try {
    await mkdir(home, { mode: 0o500 })
    await mkdir(temporary, { mode: 0o700 })
    return await work({ home, temporary })
  } finally {
    // What a command made undeletable waits for the next start, which empties the scratch folder.
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
