import { create } from 'zustand'
import type { ProfileId } from '../../shared/ids.ts'
import type { FileEntry, TableProfile } from '../../shared/tool-results.ts'
import { client } from '../bridge/client.ts'

/** What is in an opened folder, as far as a first question needs it. */
export type FirstLook = {
  readonly workspace: string
  /** Of the folder itself; null where it could not be read. */
  readonly files: readonly FileEntry[] | null
  /** Of one of them, once it was looked into. */
  readonly inside: { readonly file: FileEntry; readonly profile: TableProfile | null } | null
}

export const useFirstLook = create<{ readonly look: FirstLook | null }>(() => ({ look: null }))

/** Looks what is there. What is known of an unchanged file is kept. Never rejects. */
export async function lookAround(workspace: string): Promise<void> {
  const files = await client()
    .request('workspace.files', { folder: '' })
    .then(
      ({ entries }) => entries,
      () => null,
    )
  const { look } = useFirstLook.getState()
  const before = look?.workspace === workspace ? look.inside : null
  const inside = files?.some((file) => isSame(file, before?.file)) === true ? before : null
  useFirstLook.setState({ look: { workspace, files, inside } })
}

/** Looks into one file, once. Never rejects: what cannot be read has nothing to tell. */
export async function lookInside(file: FileEntry): Promise<void> {
  const { look } = useFirstLook.getState()
  if (look === null || isSame(file, look.inside?.file)) return
  useFirstLook.setState({ look: { ...look, inside: { file, profile: null } } })
  const profileId = `first-look-${++lastId}` as ProfileId
  const profile = await client()
    .request('profile.read', { profileId, path: file.path })
    .catch(() => null)
  const now = useFirstLook.getState().look
  if (now !== null && isSame(file, now.inside?.file))
    useFirstLook.setState({ look: { ...now, inside: { file, profile } } })
}

let lastId = 0

function isSame(one: FileEntry, other: FileEntry | undefined): boolean {
  return one.path === other?.path && one.bytes === other.bytes && one.modified === other.modified
}
