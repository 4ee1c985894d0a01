import { PanelLeftClose, Settings, SquarePen } from 'lucide-react'
import { openConversation, openSettings, setSidebarOpen } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { ConversationList } from './conversation-list.tsx'
import { SearchField } from './search-field.tsx'
import { WorkspaceButton } from './workspace-button.tsx'

/** Everything that leads elsewhere: a new chat, earlier ones, the folder, the settings. */
export function Sidebar() {
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-14 shrink-0 items-center gap-2.5 pr-2 pl-4">
        <Logo />
        <span className="flex-1 truncate text-[15px] font-semibold tracking-tight">Bedrock Analyst</span>
        <IconButton label="Hide the sidebar" onClick={() => setSidebarOpen(false)}>
          <PanelLeftClose />
        </IconButton>
      </div>
      <div className="flex flex-col gap-2 px-3 pt-1 pb-2">
        <Button className="w-full justify-start" onClick={() => openConversation(null)}>
          <SquarePen aria-hidden /> New chat
        </Button>
        <SearchField />
      </div>
      <nav aria-label="Conversations" className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <ConversationList />
      </nav>
      <div className="flex items-center gap-1 border-t border-line p-2">
        <WorkspaceButton />
        <IconButton label="Settings" tooltipSide="top" onClick={() => openSettings('general')}>
          <Settings />
        </IconButton>
      </div>
    </div>
  )
}
