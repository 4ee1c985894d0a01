import { allowAll, scriptedModel, testModelInfo, testSystem, testTurn, textReply } from '../electron/agent/fakes.ts'
import type { Model } from '../electron/agent/ports.ts'
import { runAgent } from '../electron/agent/run-agent.ts'
import { createRunRegistry, type LiveRun } from '../electron/agent/run-registry.ts'
import { newId } from '../electron/app/new-id.ts'
import { startClock } from '../electron/app/start-clock.ts'
import { openRunOutbox } from '../electron/ipc/run-outbox.ts'
import { scopeOf } from '../electron/tools/run-tools.fixture.ts'
import type { RunTools } from '../electron/tools/executor.ts'
import type { ConversationId, MessageId, RunId } from '../shared/ids.ts'
import type { RunBatch } from '../shared/ipc/contract.ts'
import type { JsonValue } from '../shared/schema.ts'
import type { ToolOutcome } from '../shared/tool-results.ts'
import { newQuestion } from './stored-conversation.ts'

type Asked = { readonly tool: string; readonly input: JsonValue }

/** How long after a model has asked for a tool the page is handed its outcome, in milliseconds. It must be a cached one. */
export async function timeToScreen(asked: Asked, tools: RunTools): Promise<number> {
  const registry = createRunRegistry({ append: async () => {} }, (error) => console.error('The run failed:', error))
  const runId = newId<RunId>('run')
  const toolUseId = newId('use')
  let askedAt = Number.NaN
  const attached = Promise.withResolvers<void>()
  const shown = Promise.withResolvers<void>()
  const model = modelThatAsks(asked, {
    toolUseId,
    attached: attached.promise,
    shown: shown.promise,
    onAsked: () => (askedAt = performance.now()),
  })
  const run = await startRun(registry, { runId, tools, model })
  const atPage = outcomeAtPage(run, toolUseId)
  attached.resolve()
  const { outcome, at } = await atPage
  shown.resolve()
  await run.ended
  if (outcome.cached === undefined) throw new Error(`${asked.tool} was worked out again.`)
  return at - askedAt
}

type Course = {
  readonly toolUseId: string
  /** A page that attaches late is handed the outcome in its first snapshot, which waits for no frame. */
  readonly attached: Promise<void>
  /** An answer that comes at once ends the run, and its end waits for no frame either. */
  readonly shown: Promise<void>
  readonly onAsked: () => void
}

function modelThatAsks({ tool, input }: Asked, { toolUseId, attached, shown, onAsked }: Course): Model {
  const answer = scriptedModel([textReply('Done.')])
  let hasAsked = false
  return {
    async *stream(request, signal) {
      if (hasAsked) {
        await shown
        return yield* answer.stream(request, signal)
      }
      hasAsked = true
      await attached
      yield { type: 'tool-use-started', index: 0, toolUseId, name: tool }
      yield { type: 'tool-input-delta', index: 0, json: JSON.stringify(input) }
      onAsked()
      yield { type: 'message-stopped', reason: 'tool-use' }
    },
  }
}

type Work = { readonly runId: RunId; readonly tools: RunTools; readonly model: Model }

function startRun(registry: ReturnType<typeof createRunRegistry>, { runId, tools, model }: Work): Promise<LiveRun> {
  const conversationId = newId<ConversationId>('conv')
  const userMessage = newQuestion('Once more?')
  return registry.start({ runId, conversationId }, (emit, { signal, onRetryNow }) =>
    runAgent(
      {
        scope: { ...scopeOf(conversationId, signal), runId },
        modelId: testModelInfo.id,
        configuration: () => Promise.resolve(testTurn(model)),
        system: testSystem,
        history: [{ id: userMessage.id, role: 'user', content: [{ type: 'text', text: 'Once more?' }] }],
        userMessage,
        pinned: () => [],
        maxTurns: 2,
      },
      {
        tools,
        consent: allowAll,
        clock: startClock(),
        newMessageId: () => newId<MessageId>('msg'),
        onRetryNow,
        random: Math.random,
        emit,
        logFailure: (error) => console.error('The run failed:', error),
      },
    ),
  )
}

/** A page that takes every batch at once, until one has the outcome. */
function outcomeAtPage(
  run: LiveRun,
  toolUseId: string,
): Promise<{ readonly outcome: ToolOutcome; readonly at: number }> {
  return new Promise((resolve) => {
    const outbox = openRunOutbox(run, (batch) => {
      JSON.stringify({ kind: 'push', envelope: { name: 'run.batch', payload: batch } })
      const at = performance.now()
      const outcome = outcomeIn(batch, toolUseId)
      if (outcome !== undefined) {
        resolve({ outcome, at })
        return queueMicrotask(() => outbox.close())
      }
      queueMicrotask(() => outbox.acknowledge(batch.seq))
    })
  })
}

function outcomeIn({ content }: RunBatch, toolUseId: string): ToolOutcome | undefined {
  if (content.kind === 'snapshot') {
    const state = content.state.tools[toolUseId]?.state
    return state?.kind === 'done' ? state.outcome : undefined
  }
  const completed = content.events.find((event) => event.type === 'tool-completed' && event.toolUseId === toolUseId)
  return completed?.type === 'tool-completed' ? completed.outcome : undefined
}
