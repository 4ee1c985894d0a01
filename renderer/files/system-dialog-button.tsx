import { FolderSearch } from 'lucide-react'
import { useState } from 'react'
import { chooseFolder } from '../state/folders.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'

/** Asks the system's own dialog, where the host has one. */
export function SystemDialogButton({ onChosen }: { readonly onChosen: (path: string) => void }) {
  const [isBusy, setBusy] = useState(false)
  const choose = () => {
    setBusy(true)
    chooseFolder()
      .then((path) => (path === null ? undefined : onChosen(path)))
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <Button isBusy={isBusy} onClick={choose}>
      {!isBusy && <FolderSearch aria-hidden />} Choose with the system’s dialog
    </Button>
  )
}
