import { ArrowLeft, MessageSquarePlus, RotateCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { closeProfile, openProfile, type OpenProfile } from '../state/profiles.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { ProfileProgress } from './profile-progress.tsx'
import { ProfileTables } from './profile-tables.tsx'
import { putIntoMessage } from './put-into-message.ts'

/** What is in a data file, in place of the list of files until the person goes back. */
export function ProfileView({ open }: { readonly open: OpenProfile }) {
  const { path, reading } = open
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const readAgain = () => {
    openProfile(open).catch(showFailure)
  }
  return (
    <section
      aria-label={`Profile of ${path}`}
      aria-busy={reading.kind === 'reading'}
      // Escape leads back, unless something inside has taken it.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        closeProfile().catch(showFailure)
      }}
      className="flex h-full flex-col"
    >
      <div className="flex items-center gap-1 py-3 pr-3 pl-2">
        <IconButton
          ref={back}
          label="Back to the files"
          size="small"
          onClick={() => {
            closeProfile().catch(showFailure)
          }}
        >
          <ArrowLeft />
        </IconButton>
        <h3 className="min-w-0 flex-1 truncate text-sm font-semibold" title={path}>
          <RevealedText text={path.slice(path.lastIndexOf('/') + 1)} isOneLine />
        </h3>
        <IconButton label={`Put ${path} into the message`} size="small" onClick={() => putIntoMessage(path)}>
          <MessageSquarePlus />
        </IconButton>
        <IconButton label="Read the file again" size="small" disabled={reading.kind === 'reading'} onClick={readAgain}>
          <RotateCw />
        </IconButton>
      </div>
      <ProfileBody path={path} reading={reading} onReadAgain={readAgain} />
    </section>
  )
}

function ProfileBody({
  path,
  reading,
  onReadAgain,
}: Pick<OpenProfile, 'path' | 'reading'> & { readonly onReadAgain: () => void }) {
  switch (reading.kind) {
    case 'reading':
      return <ProfileProgress path={path} progress={reading.progress} />
    case 'cancelled':
      return (
        <EmptyState title="Reading was stopped" action={<Button onClick={onReadAgain}>Read it again</Button>}>
          Nothing of {path} was kept.
        </EmptyState>
      )
    case 'failed':
      return (
        <div className="px-4">
          <ErrorNote error={reading.error} onRetry={onReadAgain} />
        </div>
      )
    case 'ready':
      return <ProfileTables profile={reading.profile} />
  }
}
