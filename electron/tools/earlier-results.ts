import type { ConversationId, ToolUseId } from '../../shared/ids.ts'
import { keepNewest } from '../../shared/keep-newest.ts'

/** What the model of one conversation has been told and still reads, by the digest of call and answer. */
export type EarlierResults = {
  /** The call that was given this very answer; undefined when none was, or it is no longer read. */
  find(answer: string): ToolUseId | undefined
  note(answer: string, toolUseId: ToolUseId): void
}

export type EarlierResultsStore = {
  of(id: ConversationId): EarlierResults
  /** After compaction, an edit or a retry: a reference to what the model no longer reads would lead nowhere. */
  forget(id: ConversationId): void
}

/** In memory: after a restart every answer is told whole once more. */
export function createEarlierResults(): EarlierResultsStore {
  const conversations = new Map<ConversationId, Told>()

  function told(id: ConversationId): Told {
    const found = conversations.get(id) ?? { byAnswer: new Map(), byUse: new Map() }
    keepNewest(conversations, [id, found], maxConversations)
    return found
  }

  return {
    of: (id) => ({
      find: (answer) => conversations.get(id)?.byAnswer.get(answer),
      note: (answer, toolUseId) => note(told(id), answer, toolUseId),
    }),
    forget: (id) => void conversations.delete(id),
  }
}

const maxConversations = 100
const maxAnswers = 1000

type Told = { readonly byAnswer: Map<string, ToolUseId>; readonly byUse: Map<ToolUseId, string> }

/** A model may give a later call the id of an earlier one, which that id no longer names then. */
function note({ byAnswer, byUse }: Told, answer: string, toolUseId: ToolUseId): void {
  const renamed = byUse.get(toolUseId)
  if (renamed !== undefined) byAnswer.delete(renamed)
  const before = byAnswer.get(answer)
  if (before !== undefined) byUse.delete(before)
  byAnswer.set(answer, toolUseId)
  byUse.set(toolUseId, answer)
  if (byUse.size <= maxAnswers) return
  const [oldestUse, oldestAnswer] = byUse.entries().next().value!
  byUse.delete(oldestUse)
  byAnswer.delete(oldestAnswer)
}
