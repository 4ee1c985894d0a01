import { RunPickers } from './agents/run-pickers.tsx'
import { ChatView } from './chat/chat-view.tsx'
import { ConsentHost } from './consent/consent-host.tsx'
import { FolderDialog } from './files/folder-dialog.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { PageMessages } from './page/page-messages.tsx'
import { SettingsDialog } from './settings/settings-dialog.tsx'
import { Sidebar } from './sidebar/sidebar.tsx'
import { roomQueries, setInspectorOpen, setSidebarOpen, useUi } from './state/ui.ts'
import { SidePanel } from './ui/side-panel.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { useMediaQuery } from './ui/use-media-query.ts'
import { usePageTheme } from './page/use-page-theme.ts'
import { useRoomForPanels } from './page/use-room-for-panels.ts'
import { useShortcuts } from './page/use-shortcuts.ts'
import { useWarmUp } from './page/use-warm-up.ts'

/** The whole page: sidebar, chat, inspector, and what opens above them. */
export function App() {
  usePageTheme()
  useShortcuts()
  useRoomForPanels()
  const conversationId = useUi((state) => state.conversationId)
  useWarmUp(conversationId)
  const isSidebarOpen = useUi((state) => state.isSidebarOpen)
  const isInspectorOpen = useUi((state) => state.isInspectorOpen)
  return (
    <TooltipProvider>
      <PageMessages />
      <div className="flex h-full">
        <SidePanel
          label="Sidebar"
          side="left"
          isOpen={isSidebarOpen}
          hasRoom={useMediaQuery(roomQueries.sidebar)}
          onClose={() => setSidebarOpen(false)}
          className="w-68 bg-sunken"
        >
          <Sidebar />
        </SidePanel>
        <ChatView conversationId={conversationId} pickers={<RunPickers conversationId={conversationId} />} />
        <SidePanel
          label="Inspector"
          side="right"
          isOpen={isInspectorOpen}
          hasRoom={useMediaQuery(roomQueries.inspector)}
          onClose={() => setInspectorOpen(false)}
          className="w-90 bg-surface"
        >
          <Inspector />
        </SidePanel>
      </div>
      <SettingsDialog />
      <FolderDialog />
      <ConsentHost />
    </TooltipProvider>
  )
}
