import { useState } from 'react'
import { TriangleAlert, WifiOff, X } from 'lucide-react'
import type { WireError } from '../../shared/errors.ts'
import { useAnnouncement } from '../state/announcements.ts'
import { useAppInfo } from '../state/app-info.ts'
import { useConnection } from '../state/connection.ts'
import { dismissToast, useToasts } from '../state/toasts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { ToastList } from '../ui/toast-list.tsx'

/** What the page says by itself: notices of the start, a lost connection, short messages, words for screen readers. */
export function PageMessages() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <>
      <Announcement />
      <div className="pointer-events-none fixed inset-x-0 top-3 z-40 flex flex-col items-center gap-2 px-4">
        <ConnectionNote />
        <StartNotices />
      </div>
      <ToastList toasts={toasts} onDismiss={dismissToast} />
    </>
  )
}

function Announcement() {
  const text = useAnnouncement((state) => state.text)
  const count = useAnnouncement((state) => state.count)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  )
}

function ConnectionNote() {
  const isLost = useConnection((state) => state.connection === 'lost')
  return (
    <div role="status" className="pointer-events-auto">
      {isLost && (
        <p className="flex items-center gap-2.5 rounded-full border border-line bg-surface px-4 py-2 text-sm shadow-raised">
          <WifiOff aria-hidden className="size-4 text-warning" />
          Connection lost. Reconnecting…
          <Spinner size={14} />
        </p>
      )}
    </div>
  )
}

function StartNotices() {
  const info = useAppInfo((state) => state.info)
  const [dismissed, setDismissed] = useState<readonly WireError[]>([])
  if (info.kind === 'failed') return <NoticeNote notice={info.error} />
  if (info.kind !== 'ready') return null
  return info.value.notices
    .filter((notice) => !dismissed.includes(notice))
    .map((notice) => (
      <NoticeNote
        key={`${notice.code} ${notice.message}`}
        notice={notice}
        onDismiss={() => setDismissed([...dismissed, notice])}
      />
    ))
}

function NoticeNote({ notice, onDismiss }: { readonly notice: WireError; readonly onDismiss?: () => void }) {
  return (
    <div
      role="alert"
      className="pointer-events-auto flex w-full max-w-xl items-start gap-3 rounded-xl border border-line bg-surface py-3 pr-2 pl-4 text-sm shadow-raised"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{notice.message}</p>
        {notice.hint !== undefined && <p className="mt-0.5 text-muted">{notice.hint}</p>}
      </div>
      {onDismiss !== undefined && (
        <IconButton label="Dismiss" size="small" onClick={onDismiss}>
          <X />
        </IconButton>
      )}
    </div>
  )
}
