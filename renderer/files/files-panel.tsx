import { FolderOpen, RotateCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { valueOr } from '../state/loaded.ts'
import { useProfiles } from '../state/profiles.ts'
import { useSettings } from '../state/settings.ts'
import { setFolderDialogOpen, useUi } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Changes } from './changes.tsx'
import { Folder } from './folder.tsx'
import { ProfileView } from './profile-view.tsx'
import { folderName } from '../ui/folder-name.ts'

/** The opened folder, and what agents changed in it; or the profile of one of its files. */
export function FilesPanel() {
  const workspace = useSettings((state) => valueOr(state.settings, undefined)?.workspace)
  const conversationId = useUi((state) => state.conversationId)
  const [round, setRound] = useState(0)
  const profile = useProfiles(({ open }) => (open?.workspace === workspace ? open : null))
  const list = useFocusOnReturn(profile !== null)
  if (workspace === undefined) return null
  if (workspace === null) {
    return (
      <EmptyState
        icon={<FolderOpen />}
        title="No folder is open"
        action={<Button onClick={openDialog}>Open a folder</Button>}
      >
        Agents can read what is in the folder you open, and nothing beside it.
      </EmptyState>
    )
  }
  return (
    <>
      {profile !== null && <ProfileView key={profile.path} open={profile} />}
      {/* Kept while a profile is shown, with the folders that are open in it. */}
      <div ref={list} hidden={profile !== null} className="divide-y divide-line">
        <section aria-label="Files" className="px-3 py-4">
          <div className="mb-2 flex items-center gap-1 pl-2">
            <div className="min-w-0 flex-1">
              <h3 className="truncate text-sm font-semibold">{folderName(workspace)}</h3>
              <p className="truncate text-xs text-muted" title={workspace}>
                <bdi>{workspace}</bdi>
              </p>
            </div>
            <IconButton label="Read the folder again" size="small" onClick={() => setRound(round + 1)}>
              <RotateCw />
            </IconButton>
            <IconButton label="Open another folder" size="small" onClick={openDialog}>
              <FolderOpen />
            </IconButton>
          </div>
          <Folder key={`${workspace} ${round}`} path="" depth={0} />
        </section>
        {conversationId !== null && <Changes conversationId={conversationId} />}
      </div>
    </>
  )
}

/** Gives the focus back to what in the list had it before something was shown in its place. */
function useFocusOnReturn(isAway: boolean) {
  const list = useRef<HTMLDivElement>(null)
  const left = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const element = list.current
    const note = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) left.current = event.target
    }
    element?.addEventListener('focusin', note)
    return () => element?.removeEventListener('focusin', note)
  })
  useEffect(() => {
    if (!isAway) left.current?.focus()
  }, [isAway])
  return list
}

function openDialog(): void {
  setFolderDialogOpen(true)
}
