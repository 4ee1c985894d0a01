import type { ConversationId } from '../../../shared/ids.ts'
import { keepNewest } from '../../../shared/keep-newest.ts'
import type { LastCall } from './explain-miss.ts'
import { createMessageChain, type MessageChain } from './message-chain.ts'

/** What the cache planning remembers of one conversation while the app runs. */
export type ConversationMemory = {
  readonly chain: MessageChain
  last: LastCall | undefined
  /** When the last call ended, on the ledger's clock; undefined once the pause since then is counted. */
  endedMs: number | undefined
  /** The person's pauses between an answer and the next question, newest last. */
  pausesMs: number[]
}

/** A person goes back and forth between a few conversations; of the others nothing but the prices' worth is lost. */
const mostConversations = 64
const mostPauses = 8

export function createConversationMemories(
  /** What an earlier process remembered. */
  lastCalls: ReadonlyMap<ConversationId, LastCall>,
): { of(id: ConversationId | undefined): ConversationMemory } {
  const memories = new Map<ConversationId, ConversationMemory>()
  return {
    of(id) {
      if (id === undefined) return newMemory(undefined)
      const memory = memories.get(id) ?? newMemory(lastCalls.get(id))
      keepNewest(memories, [id, memory], mostConversations)
      return memory
    },
  }
}

/** Once for each pause, however often the call that ended it is tried. */
export function notePause(memory: ConversationMemory, nowMs: number): void {
  if (memory.endedMs === undefined) return
  memory.pausesMs = [...memory.pausesMs, nowMs - memory.endedMs].slice(-mostPauses)
  memory.endedMs = undefined
}

function newMemory(last: LastCall | undefined): ConversationMemory {
  return { chain: createMessageChain(), last, endedMs: undefined, pausesMs: [] }
}
