import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ContentSource } from '../../shared/consent.ts'
import { agentId, conversationId, resultId, runId, toolUseId, type ConversationId } from '../../shared/ids.ts'
import type { ToolUseBlock } from '../../shared/messages.ts'
import type { JsonValue } from '../../shared/schema.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Permit, RunScope, ToolListener } from '../agent/ports.ts'
import { createFileScope } from '../sandbox/create-file-scope.ts'
import { openTemporaryScope } from '../sandbox/temporary-scope.fixture.ts'
import type { ToolCache } from './answer-through-cache.ts'
import { createEarlierResults } from './earlier-results.ts'
import { createTools, type RunTools } from './executor.ts'
import { createFileIdentities } from './file-identities.ts'
import { createToolContext } from './files/tool-context.fixture.ts'
import type { KeptResults, NewKeptResult } from './kept-results.ts'
import { createToolRegistry } from './registry.ts'
import { createResultCache } from './result-cache.ts'
import type { ToolContext, ToolDefinition } from './tool.ts'

export const firstConversation = conversationId.parse('conversation1')

/**
 * For tests and benches: tools as the app puts them together, over a real temporary folder, with the cache, what the
 * model still reads and what is kept. The cache's clock is moved by hand.
 */
export async function openRunTools(
  definitions: readonly ToolDefinition[],
  options: {
    readonly services?: Partial<ToolContext>
    readonly followsReferences?: boolean
    /** Of others, to share it. */
    readonly cache?: ToolCache
  } = {},
) {
  const { services = {}, followsReferences = true } = options
  const at = await openTemporaryScope()
  let aheadMs = 0
  let uses = 0
  const now = () => Date.now() + aheadMs
  const cache = options.cache ?? {
    results: createResultCache({ now }),
    files: createFileIdentities({ now: () => Date.now() }),
  }
  const earlier = createEarlierResults()
  const kept = keepInMemory()
  const noted: (ContentSource & { readonly conversationId: ConversationId })[] = []
  const audited: { readonly kind: string; readonly detail: unknown }[] = []
  const registry = createToolRegistry(definitions)

  function toolsOf(id: ConversationId): RunTools {
    const attachmentsDir = path.join(at.attachmentsDir, id)
    const files = createFileScope({ ...at, attachmentsDir })
    return createTools({
      tools: registry.tools,
      services: createToolContext(files, { results: kept, ...services }),
      noteContent: async (noteId, source) => void noted.push({ ...source, conversationId: noteId }),
      audit: async (kind, detail) => void audited.push({ kind, detail }),
      cache,
      earlierResults: followsReferences ? earlier.of(id) : undefined,
    })
  }

  async function call(name: string, input: JsonValue, how: CallOptions = {}): Promise<ToolOutcome> {
    const { conversation = firstConversation, permit = anyPermit, signal, isRefresh = false, listener = quiet } = how
    const tools = toolsOf(conversation)
    const scope = scopeOf(conversation, signal)
    const prepared = await tools.prepare(useOf(name, input, how.id ?? `use-${++uses}`), scope)
    if ('status' in prepared) return prepared
    return isRefresh
      ? tools.refresh(prepared, permit, scope, listener)
      : tools.execute(prepared, permit, scope, listener)
  }

  return {
    ...at,
    call,
    toolsOf,
    noted,
    audited,
    earlier,
    kept,
    cache,
    passTime: (ms: number) => void (aheadMs += ms),
    put: (name: string, content: string | Uint8Array) => writeFile(path.join(at.workspace, name), content),
    /** Makes a file as old as another program could, to look unchanged. */
    backdate: (name: string) => utimes(path.join(at.workspace, name), longAgo, longAgo),
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  }
}

export type OpenedRunTools = Awaited<ReturnType<typeof openRunTools>>

type CallOptions = {
  readonly conversation?: ConversationId
  readonly id?: string
  readonly permit?: Permit
  readonly signal?: AbortSignal
  readonly isRefresh?: boolean
  readonly listener?: ToolListener
}

export function scopeOf(conversation: ConversationId, signal = new AbortController().signal): RunScope {
  return {
    runId: runId.parse('run1'),
    conversationId: conversation,
    agentId: agentId.parse('analyst'),
    agentName: 'Analyst',
    signal,
  }
}

export function useOf(name: string, input: JsonValue, id: string): ToolUseBlock {
  return { type: 'tool-use', toolUseId: toolUseId.parse(id), name, input }
}

export const anyPermit: Permit = { fingerprint: 'f', redeem: () => {} }
export const quiet: ToolListener = { onStarted: () => {}, onProgress: () => {} }
const longAgo = new Date('2020-01-01T00:00:00Z')

function keepInMemory(): KeptResults & { readonly all: Map<string, NewKeptResult> } {
  const all = new Map<string, NewKeptResult>()
  return {
    all,
    async keep(result) {
      const id = resultId.parse(`result-${all.size + 1}`)
      all.set(id, result)
      return id
    },
    async read(id, key) {
      const found = all.get(key)
      return found?.conversationId === id ? found : undefined
    },
  }
}
