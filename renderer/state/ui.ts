import { create } from 'zustand'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'

export type SettingsPage = 'general' | 'models' | 'permissions'
export type InspectorTab = 'metrics' | 'files' | 'tools'

type UiState = {
  /** null is a new chat that has no conversation yet. */
  readonly conversationId: ConversationId | null
  readonly isSidebarOpen: boolean
  readonly isInspectorOpen: boolean
  readonly inspectorTab: InspectorTab
  /** The page the settings dialog shows; null while it is closed. */
  readonly settingsPage: SettingsPage | null
  readonly isFolderDialogOpen: boolean
  /** Set while the search field has not taken the focus yet. */
  readonly isSearchAskedFor: boolean
  /** Set while the list of changed files has not shown it yet. */
  readonly fileAskedFor: string | null
  /** What is chosen for the next message of a conversation, where it differs from its last. */
  readonly choices: Readonly<Record<string, Choice>>
}

export type Choice = { readonly agentId?: AgentId; readonly modelId?: ModelId }

// Before the store: its first state asks for room already.
export const roomQueries = { sidebar: '(min-width: 900px)', inspector: '(min-width: 1200px)' }

/** What is open on the page. Lives as long as the page; the conversation stands in the address, so a reload keeps it. */
export const useUi = create<UiState>(() => ({
  conversationId: conversationInAddress(),
  isSidebarOpen: hasRoomFor('sidebar'),
  isInspectorOpen: hasRoomFor('inspector'),
  inspectorTab: 'metrics',
  settingsPage: null,
  isFolderDialogOpen: false,
  isSearchAskedFor: false,
  fileAskedFor: null,
  choices: {},
}))

export function openConversation(conversationId: ConversationId | null): void {
  const hash = conversationId === null ? '' : `#conversation=${encodeURIComponent(conversationId)}`
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}${hash}`)
  useUi.setState({ conversationId, ...(hasRoomFor('sidebar') ? {} : { isSidebarOpen: false }) })
}

export function choose(chat: ConversationId | 'new', choice: Choice): void {
  useUi.setState(({ choices }) => ({
    choices: { ...choices, [chat]: { ...choices[chat], ...choice } },
  }))
}

export function setSidebarOpen(isSidebarOpen: boolean): void {
  useUi.setState({ isSidebarOpen })
}

export function setInspectorOpen(isInspectorOpen: boolean): void {
  useUi.setState({ isInspectorOpen })
}

export function openInspector(inspectorTab: InspectorTab): void {
  useUi.setState({ isInspectorOpen: true, inspectorTab })
}

export function askForSearch(): void {
  useUi.setState({ isSidebarOpen: true, isSearchAskedFor: true })
}

export function searchIsReached(): void {
  useUi.setState({ isSearchAskedFor: false })
}

/** Shows a file that was changed in this conversation, in the list where its change can be undone. */
export function askForFile(fileAskedFor: string): void {
  useUi.setState({ isInspectorOpen: true, inspectorTab: 'files', fileAskedFor })
}

export function fileIsReached(): void {
  useUi.setState({ fileAskedFor: null })
}

export function openSettings(settingsPage: SettingsPage): void {
  useUi.setState({ settingsPage })
}

export function closeSettings(): void {
  useUi.setState({ settingsPage: null })
}

export function setFolderDialogOpen(isFolderDialogOpen: boolean): void {
  useUi.setState({ isFolderDialogOpen })
}

/** Whether a side panel can stand beside the chat; narrower, it opens over it. */
export function hasRoomFor(panel: 'sidebar' | 'inspector'): boolean {
  return window.matchMedia(roomQueries[panel]).matches
}

function conversationInAddress(): ConversationId | null {
  const id = new URLSearchParams(window.location.hash.slice(1)).get('conversation')
  return id === null || id === '' ? null : (id as ConversationId)
}
