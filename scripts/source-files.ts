import { glob } from 'node:fs/promises'
import path from 'node:path'

/** All TypeScript files below these folders, relative to the project's root, with `/`, in name order. */
export async function sourceFiles(folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders)
    for await (const file of glob(`${folder}/**/*.{ts,tsx}`)) found.push(file.split(path.sep).join('/'))
  return found.sort()
}
