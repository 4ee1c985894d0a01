import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'

export type ShellOptions = { readonly workspace: string | undefined; readonly dataDir: string }

/**
 * The app's own options out of its command line, as absolute paths. Whatever else is there belongs to Chromium or the
 * system and is passed over. Throws `INVALID_REQUEST` for an option without its folder.
 */
export function parseOptions(
  args: readonly string[],
  { cwd, defaultDataDir }: { readonly cwd: string; readonly defaultDataDir: string },
): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { workspace: { type: 'string' }, 'data-dir': { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })

  function folder(name: 'workspace' | 'data-dir'): string | undefined {
    const value = values[name]
    if (value === undefined) return undefined
    // Where the folder was left out, the parser takes the next switch for it.
    if (typeof value !== 'string' || value === '' || value.startsWith('--'))
      throw new AppError('INVALID_REQUEST', `--${name} needs a folder.`, { hint: `For example --${name} ~/reports` })
    return path.resolve(cwd, value)
  }

  return { workspace: folder('workspace'), dataDir: folder('data-dir') ?? defaultDataDir }
}
