import type { ConversationId, RunId } from '../../shared/ids.ts'
import { keepNewest } from '../../shared/keep-newest.ts'
import type { ModelMessage } from '../agent/ports.ts'

/** What a model has read of a conversation, up to and including its last run. */
export type KnownHistory = {
  readonly lastRunId: RunId
  readonly history: readonly ModelMessage[]
  /** Whether a picture is in it: looking for one costs what the history is long. */
  readonly hasImages: boolean
}

/**
 * The histories of the conversations used last, so that what a turn costs to start does not grow with what was said
 * before. The messages are handed out as they are: what others derive from one is kept by its identity.
 */
export type ConversationHistories = {
  /** undefined unless it reaches exactly to this run: a retry, or a run that was never put, makes it worthless. */
  get(id: ConversationId, until: { readonly lastRunId: RunId | null }): KnownHistory | undefined
  put(id: ConversationId, known: KnownHistory): void
  forget(id: ConversationId): void
}

/** A person has few conversations open at a time, and one history may hold megabytes of pictures. */
const mostConversations = 8

export function createConversationHistories(): ConversationHistories {
  /** Least recently used first: that is the order a map keeps. */
  const known = new Map<ConversationId, KnownHistory>()

  function use(id: ConversationId, history: KnownHistory): void {
    keepNewest(known, [id, history], mostConversations)
  }

  return {
    get(id, { lastRunId }) {
      const found = known.get(id)
      if (found === undefined) return undefined
      if (found.lastRunId !== lastRunId) {
        known.delete(id)
        return undefined
      }
      use(id, found)
      return found
    },
    put: use,
    forget: (id) => void known.delete(id),
  }
}
