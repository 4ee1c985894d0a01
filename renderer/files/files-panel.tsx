import { FolderOpen, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { valueOr } from '../state/loaded.ts'
import { useSettings } from '../state/settings.ts'
import { setFolderDialogOpen, useUi } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Changes } from './changes.tsx'
import { Folder } from './folder.tsx'
import { folderName } from '../ui/folder-name.ts'

/** The opened folder, and what agents changed in it. */
export function FilesPanel() {
  const workspace = useSettings((state) => valueOr(state.settings, undefined)?.workspace)
  const conversationId = useUi((state) => state.conversationId)
  const [round, setRound] = useState(0)
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
    <div className="divide-y divide-line">
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
  )
}

function openDialog(): void {
  setFolderDialogOpen(true)
}
