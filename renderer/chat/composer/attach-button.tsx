import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'

/** Opens the system's file picker. */
export function AttachButton({
  onFiles,
  disabled,
}: {
  readonly onFiles: (files: readonly File[]) => Promise<void>
  readonly disabled: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to add"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again after it was removed.
          event.target.value = ''
          onFiles(files).catch(console.error)
        }}
      />
      <IconButton label="Add files" tooltipSide="top" disabled={disabled} onClick={() => input.current?.click()}>
        <Paperclip />
      </IconButton>
    </>
  )
}
