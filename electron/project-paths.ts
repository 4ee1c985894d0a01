import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The folder that holds `package.json`, `assets/` and `build/`, from source and from the build alike. */
export function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'assets'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('The app’s own files are incomplete: assets/ is missing.')
    folder = parent
  }
  return folder
}

export async function appVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
