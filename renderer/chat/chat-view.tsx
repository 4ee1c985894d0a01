import { useEffect, type ReactNode } from 'react'
import type { ConversationId } from '../../shared/ids.ts'
import { loadRuns, useRuns } from '../state/runs.ts'
import { openConversation } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { ChatHeader } from './chat-header.tsx'
import { Composer } from './composer/composer.tsx'
import { ChatSkeleton } from './chat-skeleton.tsx'
import { MessageList } from './message-list.tsx'
import { useAnnouncedEndings } from './use-announced-endings.ts'
import { useAnnouncedSteps } from './use-announced-steps.ts'
import { useEscapeToStop } from './use-escape-to-stop.ts'
import { Welcome } from './welcome.tsx'

/** A conversation, or the beginning of a new one. */
export function ChatView({
  conversationId,
  pickers,
}: {
  readonly conversationId: ConversationId | null
  readonly pickers: ReactNode
}) {
  useAnnouncedSteps(conversationId)
  useAnnouncedEndings(conversationId)
  useEscapeToStop(conversationId)
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col">
      <ChatHeader conversationId={conversationId} />
      {conversationId === null ? (
        <Welcome conversationId={null} />
      ) : (
        <ChatBody key={conversationId} conversationId={conversationId} />
      )}
      <Composer conversationId={conversationId} pickers={pickers} />
    </main>
  )
}

function ChatBody({ conversationId }: { readonly conversationId: ConversationId }) {
  const runs = useRuns(({ byConversation }) => byConversation[conversationId])
  const isUnknown = runs === undefined
  useEffect(() => {
    if (isUnknown) loadRuns(conversationId).catch(console.error)
  }, [conversationId, isUnknown])

  if (runs === undefined || runs.kind === 'loading') return <ChatSkeleton />
  if (runs.kind === 'failed') {
    const retry = () => {
      loadRuns(conversationId).catch(console.error)
    }
    return (
      <div className="mx-auto w-full max-w-3xl flex-1 px-6 pt-10">
        <ErrorNote error={runs.error} onRetry={runs.error.retryable ? retry : undefined}>
          <Button size="small" onClick={() => openConversation(null)}>
            Start a new chat
          </Button>
        </ErrorNote>
      </div>
    )
  }
  if (runs.value.length === 0) return <Welcome conversationId={conversationId} />
  return <MessageList runIds={runs.value} />
}
