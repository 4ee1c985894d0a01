import type { ConversationId, ModelId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'

/** What the person chose in the page since a run began; what is absent stays as it was when the run began. */
export type LiveConfiguration = {
  readonly modelId?: ModelId | undefined
  /** All of the conversation's own settings. */
  readonly inference?: InferenceSettings | undefined
  /** The words of all pinned messages. */
  readonly pinned?: readonly string[] | undefined
}

/**
 * Choices on their way to runs under way, which read them before every model call. Kept whether or not one runs: a run
 * that is just starting must not miss one. So who starts a run clears them first, before reading what is stored, and
 * again when it has ended; never while another runs, whose choices they are.
 */
export type LiveConfigurations = {
  get(id: ConversationId): LiveConfiguration
  /** Over what was chosen before; what is left out stays. */
  set(id: ConversationId, choice: LiveConfiguration): void
  clear(id: ConversationId): void
}

export function createLiveConfigurations(): LiveConfigurations {
  const chosen = new Map<ConversationId, LiveConfiguration>()
  const get = (id: ConversationId) => chosen.get(id) ?? {}
  return {
    get,
    set(id, choice) {
      const said = Object.entries(choice).filter(([, value]) => value !== undefined)
      chosen.set(id, { ...get(id), ...Object.fromEntries(said) })
    },
    clear: (id) => void chosen.delete(id),
  }
}
