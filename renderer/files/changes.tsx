import { Undo2 } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FileChange } from '../../shared/conversations.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { loadChanges, undoChange, useChanges } from '../state/changes.ts'
import { showFailure } from '../state/toasts.ts'
import { fileIsReached, useUi } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { formatAgo } from '../ui/format.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { useNow } from '../ui/use-now.ts'

/** The files agents changed in this conversation, newest first, each with its way back. */
export function Changes({ conversationId }: { readonly conversationId: ConversationId }) {
  const changes = useChanges((state) => state.byConversation[conversationId])
  const reload = useCallback(() => {
    loadChanges(conversationId).catch(showFailure)
  }, [conversationId])
  useEffect(reload, [reload])
  if (changes === undefined || changes.kind === 'loading') return null
  if (changes.kind === 'failed') {
    return (
      <div className="p-5">
        <ErrorNote error={changes.error} onRetry={reload} />
      </div>
    )
  }
  return (
    <section aria-label="Changes in this conversation" className="px-5 py-5">
      <h3 className="text-sm font-semibold">Changed in this conversation</h3>
      {changes.value.length === 0 ? (
        <p className="mt-1.5 text-xs text-muted">
          Nothing yet. What an agent changes is listed here and can be undone.
        </p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {changes.value
            .toSorted((a, b) => b.changedAt - a.changedAt)
            .map((change) => (
              <Change key={change.snapshotId} change={change} />
            ))}
        </ul>
      )}
    </section>
  )
}

function Change({ change }: { readonly change: FileChange }) {
  const [isBusy, setBusy] = useState(false)
  const row = useRowAskedFor(change.path)
  const now = useNow(60_000)
  const undo = () => {
    setBusy(true)
    undoChange(change.snapshotId)
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <li
      ref={row}
      tabIndex={-1}
      className="-mx-2 flex items-center gap-3 rounded-lg px-2 py-2.5 outline-none focus:bg-accent-soft"
    >
      <div className="min-w-0 flex-1">
        <RevealedText text={change.path} className="text-[13px]" />
        <p className="text-xs text-muted">
          {change.isNewFile ? 'Created' : 'Changed'} by {change.toolName}, {formatAgo(change.changedAt, now)}
        </p>
      </div>
      {change.state === 'undoable' && (
        <Button size="small" isBusy={isBusy} onClick={undo} aria-label={`Undo the change of ${change.path}`}>
          {!isBusy && <Undo2 aria-hidden />} Undo
        </Button>
      )}
      {change.state === 'undone' && <span className="text-xs text-muted">Undone</span>}
      {change.state === 'changed-since' && (
        <span className="max-w-28 text-right text-xs text-muted">Changed since, so it stays</span>
      )}
    </li>
  )
}

/** Brings a file's row into sight and to the focus once it is asked for, which the newest of its changes takes. */
function useRowAskedFor(path: string) {
  const row = useRef<HTMLLIElement>(null)
  const isAskedFor = useUi(({ fileAskedFor }) => fileAskedFor === path)
  useEffect(() => {
    if (!isAskedFor || useUi.getState().fileAskedFor === null) return
    fileIsReached()
    row.current?.scrollIntoView({ block: 'nearest' })
    row.current?.focus()
  }, [isAskedFor])
  return row
}
