import { create } from 'zustand'
import { toWireError, type WireError } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/ids.ts'
import type { ToolProgress } from '../../shared/run-events.ts'
import type { TableProfile } from '../../shared/tool-results.ts'
import { client } from '../bridge/client.ts'

/** A data file whose profile is shown: being read, here, stopped by the person, or failed with words for it. */
export type OpenProfile = {
  readonly profileId: ProfileId
  /** The folder that was open: a path of it means nothing in another. */
  readonly workspace: string
  readonly path: string
  readonly reading:
    | { readonly kind: 'reading'; readonly progress: ToolProgress | null }
    | { readonly kind: 'ready'; readonly profile: TableProfile }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly error: WireError }
}

type ProfilesState = { readonly open: OpenProfile | null }

/** The one profile that is open. It is read on while another tab is looked at. */
export const useProfiles = create<ProfilesState>(() => ({ open: null }))

/** Opens a file's profile, and closes the one that was. Never rejects: what goes wrong is part of what is shown. */
export async function openProfile({ workspace, path }: Pick<OpenProfile, 'workspace' | 'path'>): Promise<void> {
  const profileId = `profile-${++lastId}` as ProfileId
  useProfiles.setState({ open: { profileId, workspace, path, reading: { kind: 'reading', progress: null } } })
  const stopHearing = client().onPush('profile.progress', ({ profileId: of, progress }) => {
    useProfiles.setState((state) => withReading(state, of, { kind: 'reading', progress }))
  })
  try {
    const profile = await client().request('profile.read', { profileId, path })
    useProfiles.setState((state) => withReading(state, profileId, { kind: 'ready', profile }))
  } catch (reason) {
    const error = toWireError(reason)
    const ended = error.code === 'CANCELLED' ? ({ kind: 'cancelled' } as const) : ({ kind: 'failed', error } as const)
    useProfiles.setState((state) => withReading(state, profileId, ended))
  } finally {
    stopHearing()
  }
}

/** Stops the reading. It is shown as stopped once the host has done so. */
export async function cancelProfile(): Promise<void> {
  const { open } = useProfiles.getState()
  if (open?.reading.kind === 'reading') await client().request('profile.cancel', { profileId: open.profileId })
}

/** Back to the files. What is still being read is of no use to anybody. */
export async function closeProfile(): Promise<void> {
  const cancelled = cancelProfile()
  useProfiles.setState({ open: null })
  await cancelled
}

let lastId = 0

/** News of a profile that is no longer open, or has ended, change nothing. */
function withReading(state: ProfilesState, of: ProfileId, reading: OpenProfile['reading']): ProfilesState {
  const { open } = state
  return open?.profileId === of && open.reading.kind === 'reading' ? { open: { ...open, reading } } : state
}
