import { useState } from 'react'
import { toWireError, type WireError } from '../../shared/errors.ts'
import { useAppInfo } from '../state/app-info.ts'
import { valueOr } from '../state/loaded.ts'
import { openWorkspace, useSettings } from '../state/settings.ts'
import { setFolderDialogOpen, useUi } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FolderBrowser } from './folder-browser.tsx'
import { RecentFolders } from './recent-folders.tsx'
import { SystemDialogButton } from './system-dialog-button.tsx'

/** Where the person chooses the folder agents may work in. */
export function FolderDialog() {
  const isOpen = useUi((state) => state.isFolderDialogOpen)
  return isOpen && <OpenFolderDialog />
}

function OpenFolderDialog() {
  const info = useAppInfo((state) => valueOr(state.info, undefined))
  const settings = useSettings((state) => valueOr(state.settings, undefined))
  const [path, setPath] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)
  const [error, setError] = useState<WireError | null>(null)
  const close = () => setFolderDialogOpen(false)
  const open = (folder: string) => {
    setOpening(true)
    setError(null)
    openWorkspace(folder)
      .then(close)
      .catch((reason: unknown) => setError(toWireError(reason)))
      .finally(() => setOpening(false))
  }
  const chosen = path ?? settings?.workspace ?? info?.homeDir
  return (
    <Dialog
      isOpen
      onClose={close}
      title="Open a folder"
      description="Agents can read every file in it and below it. Changing something in it asks you first."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            isBusy={isOpening}
            disabled={chosen === undefined}
            onClick={() => chosen !== undefined && open(chosen)}
          >
            Open this folder
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {error !== null && <ErrorNote error={error} />}
        {info?.host === 'electron' && <SystemDialogButton onChosen={open} />}
        {chosen !== undefined && <FolderBrowser path={chosen} onPath={setPath} />}
        <RecentFolders
          folders={[
            ...(settings?.recentWorkspaces ?? []).filter((folder) => folder !== info?.sampleWorkspace),
            ...(info === undefined ? [] : [info.sampleWorkspace]),
          ].filter((folder) => folder !== settings?.workspace)}
          sampleWorkspace={info?.sampleWorkspace}
          disabled={isOpening}
          onOpen={open}
        />
      </div>
    </Dialog>
  )
}
