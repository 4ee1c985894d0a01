import { MessageSquare, SearchX } from 'lucide-react'
import { loadConversations, searchConversations, useConversations } from '../state/conversations.ts'
import { showFailure } from '../state/toasts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useNow } from '../ui/use-now.ts'
import { ConversationRow } from './conversation-row.tsx'
import { dayGroups } from './day-groups.ts'

/** Earlier conversations by day, or those a search has found. */
export function ConversationList() {
  const list = useConversations((state) => state.list)
  const found = useConversations((state) => state.found)
  const search = useConversations((state) => state.search)
  const now = useNow(60_000)
  const shown = found ?? list

  if (shown.kind === 'loading') return <ListSkeleton />
  if (shown.kind === 'failed') {
    const retry = () => {
      const again = found === null ? loadConversations() : searchConversations(search)
      again.catch(showFailure)
    }
    return <ErrorNote error={shown.error} onRetry={retry} />
  }
  if (shown.value.length === 0) return found === null ? <NoConversations /> : <NothingFound search={search} />
  if (found !== null) return <Rows conversations={shown.value} />
  return dayGroups(shown.value, new Date(now)).map(({ label, conversations }) => (
    <section key={label} aria-label={label} className="mt-4 first:mt-2">
      <h2 className="px-2.5 pb-1 text-xs font-medium text-muted">{label}</h2>
      <Rows conversations={conversations} />
    </section>
  ))
}

function Rows({
  conversations,
}: {
  readonly conversations: readonly Parameters<typeof ConversationRow>[0]['summary'][]
}) {
  return (
    <ul className="flex flex-col gap-px">
      {conversations.map((summary) => (
        <ConversationRow key={summary.id} summary={summary} />
      ))}
    </ul>
  )
}

function NoConversations() {
  return (
    <EmptyState icon={<MessageSquare />} title="No conversations yet">
      What you ask is saved here by itself.
    </EmptyState>
  )
}

function NothingFound({ search }: { readonly search: string }) {
  return (
    <EmptyState icon={<SearchX />} title="Nothing found">
      {`No conversation mentions “${search.trim()}”.`}
    </EmptyState>
  )
}

function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading conversations" className="flex flex-col gap-3 px-2.5 pt-5">
      {[70, 85, 55, 78, 62].map((width) => (
        <div key={width} className="h-3.5 animate-pulse rounded bg-hover" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
