import { FolderOpen } from 'lucide-react'
import { useSettings } from '../state/settings.ts'
import { setFolderDialogOpen } from '../state/ui.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { folderName } from '../ui/folder-name.ts'

/** The folder agents work in, and the way to another. */
export function WorkspaceButton() {
  const workspace = useSettings(({ settings }) => (settings.kind === 'ready' ? settings.value.workspace : undefined))
  return (
    <Tooltip text={workspace ?? 'Open a folder for your agents to work in'} side="top">
      <button
        type="button"
        onClick={() => setFolderDialogOpen(true)}
        className="flex h-9 min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2.5 text-left text-sm text-muted transition-colors hover:bg-hover hover:text-ink"
      >
        <FolderOpen aria-hidden className="size-4 shrink-0" />
        <span className="truncate">
          {workspace === null || workspace === undefined ? 'Open a folder' : folderName(workspace)}
        </span>
      </button>
    </Tooltip>
  )
}
