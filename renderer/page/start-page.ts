import { loadAgents } from '../state/agents.ts'
import { loadAppInfo } from '../state/app-info.ts'
import { listenToApiSessions, loadApiSessions } from '../state/api-sessions.ts'
import { listenToChanges } from '../state/changes.ts'
import { listenToConnection } from '../state/connection.ts'
import { listenToConsent, loadQuestions } from '../state/consent.ts'
import { noteDetails } from '../state/conversation-details.ts'
import { listenToConversations, loadConversations } from '../state/conversations.ts'
import { listenToGrants, loadGrants } from '../state/grants.ts'
import { loadModels } from '../state/models.ts'
import { onConversationLoaded, reattachRuns, refreshRuns } from '../state/runs.ts'
import { listenToSettings, loadSettings } from '../state/settings.ts'
import { showFailure } from '../state/toasts.ts'
import { loadTools } from '../state/tools.ts'

/** Fills the stores and keeps them true for as long as the page lives: listening first, so that nothing is missed. */
export function startPage(): void {
  listenToSettings()
  listenToConsent()
  listenToGrants()
  listenToChanges()
  listenToApiSessions()
  onConversationLoaded(noteDetails)
  listenToConversations((changed) => {
    Promise.all(changed.map(refreshRuns)).catch(showFailure)
  })
  listenToConnection(() => {
    loadEverything()
    reattachRuns()
  })
  loadEverything()
}

function loadEverything(): void {
  Promise.all([
    loadAppInfo(),
    loadSettings(),
    loadAgents(),
    loadTools(),
    loadConversations(),
    loadQuestions(),
    loadGrants(),
    loadApiSessions(),
    // Last in the list and often last to come: a provider may have to be asked over the network.
    loadModels(),
  ]).catch(showFailure)
}
