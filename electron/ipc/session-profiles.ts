import type { ProfileId } from '../../shared/ids.ts'
import type { PushPayload } from '../../shared/ipc/contract.ts'
import type { TableProfile } from '../../shared/tool-results.ts'
import type { Profiles } from '../app/profiles.ts'

/** The profiles one page has read: at most one is under way, so that no page can pile up work. */
export type SessionProfiles = {
  /** Ends the one before. */
  read(profileId: ProfileId, path: string): Promise<TableProfile>
  /** Does nothing when that one has ended. */
  cancel(profileId: ProfileId): void
  /** The page is gone, and nobody waits any more. */
  close(): void
}

export function openSessionProfiles(
  profiles: Profiles,
  tell: (progress: PushPayload<'profile.progress'>) => void,
): SessionProfiles {
  let underWay: { readonly profileId: ProfileId; readonly aborting: AbortController } | null = null

  return {
    async read(profileId, path) {
      underWay?.aborting.abort()
      const reading = { profileId, aborting: new AbortController() }
      const { signal } = reading.aborting
      underWay = reading
      try {
        return await profiles.read(path, {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) tell({ profileId, progress })
          },
        })
      } finally {
        if (underWay === reading) underWay = null
      }
    },
    cancel(profileId) {
      if (underWay?.profileId === profileId) underWay.aborting.abort()
    },
    close: () => underWay?.aborting.abort(),
  }
}
