import { PanelLeftOpen, PanelRightOpen, SquarePen } from 'lucide-react'
import type { ConversationId } from '../../shared/ids.ts'
import { selectConversation, useConversations } from '../state/conversations.ts'
import { openConversation, setInspectorOpen, setSidebarOpen, useUi } from '../state/ui.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** What this conversation is called, and the panels at both sides. */
export function ChatHeader({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const title = useConversations((state) => selectConversation(conversationId)(state)?.title)
  const isSidebarOpen = useUi((state) => state.isSidebarOpen)
  const isInspectorOpen = useUi((state) => state.isInspectorOpen)
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line px-3">
      {!isSidebarOpen && (
        <>
          <IconButton label="Show the sidebar" onClick={() => setSidebarOpen(true)}>
            <PanelLeftOpen />
          </IconButton>
          <IconButton label="New chat" onClick={() => openConversation(null)}>
            <SquarePen />
          </IconButton>
        </>
      )}
      <h1 className="min-w-0 flex-1 truncate px-2 text-sm font-medium">
        {title ?? (conversationId === null ? 'New chat' : 'Conversation')}
      </h1>
      {!isInspectorOpen && (
        <IconButton label="Show the inspector" onClick={() => setInspectorOpen(true)}>
          <PanelRightOpen />
        </IconButton>
      )}
    </header>
  )
}
