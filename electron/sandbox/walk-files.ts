import createIgnore, { type Ignore } from 'ignore'
import { AppError } from '../../shared/errors.ts'
import type { FileEntry } from '../../shared/tool-results.ts'
import type { ListedEntry } from './list-folder.ts'

/** What a walk needs of its scope. */
export type WalkedFiles = {
  list(folder: string): Promise<readonly ListedEntry[]>
  readText(path: string, limits: { readonly maxBytes: number }): Promise<{ readonly text: string }>
}

/** The rules of one `.gitignore`, whose patterns count from its own folder. */
type IgnoreRules = { readonly folder: string; readonly rules: Ignore }

/** `FileScope.walk` from `start` (as shown). Symlinked folders are not entered: they may form a circle. */
export async function* walkFiles(
  files: WalkedFiles,
  start: string,
  options: { readonly signal: AbortSignal; readonly maxEntries?: number; readonly respectGitignore?: boolean },
): AsyncGenerator<FileEntry, void, void> {
  const { signal, maxEntries = Number.POSITIVE_INFINITY, respectGitignore = false } = options
  let count = 0

  async function* walk(folder: string, outer: readonly IgnoreRules[]): AsyncGenerator<FileEntry, void, void> {
    const listed = await listOrNothing(files, folder, folder === start)
    const rules = respectGitignore ? [...outer, ...(await readRules(files, folder))] : outer
    for (const { entry, isLink } of listed) {
      if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
      if (skippedFolders.has(lastName(entry.path)) || isIgnored(entry, rules)) continue
      if (count++ >= maxEntries) return
      yield entry
      if (entry.kind === 'folder' && !isLink) yield* walk(entry.path, rules)
    }
  }

  const above = respectGitignore ? await Promise.all(foldersAbove(start).map((folder) => readRules(files, folder))) : []
  yield* walk(start, above.flat())
}

const skippedFolders = new Set(['.git', 'node_modules'])

/** One folder that cannot be read does not end the walk; the one asked for does. */
async function listOrNothing(files: WalkedFiles, folder: string, isStart: boolean): Promise<readonly ListedEntry[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (isStart || !(error instanceof AppError)) throw error
    return []
  }
}

async function readRules(files: WalkedFiles, folder: string): Promise<readonly IgnoreRules[]> {
  const file = folder === '.' ? '.gitignore' : `${folder}/.gitignore`
  try {
    const { text } = await files.readText(file, { maxBytes: 1_000_000 })
    return [{ folder, rules: createIgnore().add(text) }]
  } catch {
    return [] // None, or one that cannot be read: it hides nothing.
  }
}

/** `a/b/c` → `.`, `a`, `a/b`. */
function foldersAbove(folder: string): readonly string[] {
  if (folder === '.') return []
  const parts = folder.split('/').slice(0, -1)
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
}

/** The innermost file that says anything decides, as in git. */
function isIgnored(entry: FileEntry, rules: readonly IgnoreRules[]): boolean {
  for (const { folder, rules: own } of rules.toReversed()) {
    const relative = folder === '.' ? entry.path : entry.path.slice(folder.length + 1)
    const verdict = own.test(entry.kind === 'folder' ? `${relative}/` : relative)
    if (verdict.ignored || verdict.unignored) return verdict.ignored
  }
  return false
}

function lastName(shown: string): string {
  return shown.slice(shown.lastIndexOf('/') + 1)
}
