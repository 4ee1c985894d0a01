import { AppError } from '../../../shared/errors.ts'
import type { TableProfile } from '../../../shared/tool-results.ts'
import type { DataFile } from './data-engine.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { describeFile } from './describe-file.ts'
import { openForReading } from './open-for-reading.ts'
import { unmergedVersion } from './unmerged-version.ts'

/**
 * A file's profile, worked out once for each of its versions while the worker lives: every question about a folder asks
 * for those of its files again. `isRefresh` works it out whatever is known.
 */
export async function describeOnce(
  input: DataWorkerMethods['describe']['input'],
  call: Parameters<typeof describeFile>[1],
  now: () => number = Date.now,
): Promise<TableProfile> {
  const state = await stateOf(input.file)
  const found = state === null || input.isRefresh ? undefined : known.get(state.key)
  if (found !== undefined) return found.profile
  const isSettled = state !== null && now() - state.changedAt > settleMs
  const profile = await describeFile(input, call)
  if (isSettled) keep(state.key, profile)
  return profile
}

type State = { readonly key: string; readonly changedAt: number }

/**
 * Within a tick of its file system's clock (two seconds on FAT) a file can change again and look the same, so what is
 * read right after a change is not kept.
 */
const settleMs = 3000

/** Null for a file that cannot be opened: describing it says why. */
async function stateOf({ name, absolute, tables }: DataFile): Promise<State | null> {
  try {
    await using opened = await openForReading(absolute, name)
    const parts = [name, absolute, opened.version, await unmergedVersion(absolute), tables ?? []]
    return { key: JSON.stringify(parts), changedAt: opened.changedAt }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const known = new Map<string, { readonly profile: TableProfile; readonly characters: number }>()
/** Of all profiles kept, as JSON: hundreds of usual ones, a dozen with two thousand columns. */
const mostCharacters = 16 * 1024 ** 2

function keep(key: string, profile: TableProfile): void {
  known.set(key, { profile, characters: key.length + JSON.stringify(profile).length })
  let characters = [...known.values()].reduce((sum, each) => sum + each.characters, 0)
  for (const [oldest, each] of known) {
    if (characters <= mostCharacters) return
    known.delete(oldest)
    characters -= each.characters
  }
}
