import type { ContentSource } from '../../shared/consent.ts'
import type { ConversationId } from '../../shared/ids.ts'

/** Where a conversation's content came from. Monotone: nothing takes a source back. */
export type Taint = {
  /** Reads what earlier runs left; before it a conversation counts as holding everything. */
  load(id: ConversationId): Promise<void>
  sources(id: ConversationId): readonly ContentSource[]
  /** Resolves when stored. The source counts from the call on. */
  note(id: ConversationId, source: ContentSource): Promise<void>
}

export type TaintStore = {
  add(id: ConversationId, kind: ContentSource['kind'], label: string): Promise<void>
  list(id: ConversationId): Promise<readonly ContentSource[]>
}

export function createTaint(store: TaintStore): Taint {
  const known = new Map<ConversationId, ContentSource[]>()

  function remember(id: ConversationId, source: ContentSource): boolean {
    const sources = known.get(id) ?? []
    if (sources.some((other) => other.kind === source.kind && other.label === source.label)) return false
    known.set(id, [...sources, source])
    return true
  }

  return {
    async load(id) {
      for (const source of await store.list(id)) remember(id, source)
      if (!known.has(id)) known.set(id, [])
    },
    sources: (id) => known.get(id) ?? unknownSources,
    async note(id, source) {
      if (remember(id, source)) await store.add(id, source.kind, source.label)
    },
  }
}

const unknownSources: readonly ContentSource[] = [
  { kind: 'workspace', label: 'earlier content of this conversation' },
  { kind: 'foreign', label: 'earlier content of this conversation' },
]
