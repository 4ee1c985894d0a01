import type { Consent, Model, ModelRequest, RunScope, Tools } from '../electron/agent/ports.ts'
import { toModelContent } from '../electron/agent/build-history.ts'
import { runAgent } from '../electron/agent/run-agent.ts'
import type { LiveRun, RunRegistry } from '../electron/agent/run-registry.ts'
import { newId } from '../electron/app/new-id.ts'
import { startClock } from '../electron/app/start-clock.ts'
import { openRunOutbox } from '../electron/ipc/run-outbox.ts'
import type { MessageId, RunId } from '../shared/ids.ts'
import type { RunBatch } from '../shared/ipc/contract.ts'
import type { Message } from '../shared/messages.ts'
import type { RunEvent } from '../shared/run-events.ts'
import type { StoredConversation } from './stored-conversation.ts'
import { startStopwatch, type StreamSample, type Stopwatch } from './stream-sample.ts'

type AppRead = {
  readonly registry: RunRegistry
  readonly model: Model
  readonly conversation: StoredConversation
  readonly question: Message
  readonly request: Omit<ModelRequest, 'messages'>
}

/** One answer the whole way of the app: model, agent loop, registry, database, outbox, a page that takes every batch. */
export async function readWithApp({
  registry,
  model,
  conversation,
  question,
  request,
}: AppRead): Promise<StreamSample> {
  const { conversationId, agentId, history } = conversation
  const { system, inference, model: modelInfo } = request
  const runId = newId<RunId>('run')
  const watch = startStopwatch()
  const run = await registry.start({ runId, conversationId }, (emit, { signal, onRetryNow }) => {
    const scope: RunScope = { runId, conversationId, agentId, agentName: 'Bench', signal }
    return runAgent(
      {
        scope,
        modelId: modelInfo.id,
        configuration: () => Promise.resolve({ modelInfo, model, inference, alternatives: [] }),
        system,
        history: [...history, { id: question.id, role: 'user', content: toModelContent(question) }],
        userMessage: question,
        pinned: () => [],
        maxTurns: 1,
      },
      {
        tools: { ...unusedTools, specs: () => request.tools },
        consent: unusedConsent,
        clock: startClock(),
        newMessageId: () => newId<MessageId>('msg'),
        onRetryNow,
        random: Math.random,
        emit(event) {
          if (event.type === 'message-started') watch.firstDelta()
          emit(event)
        },
        logFailure: (error) => console.error('The run failed:', error),
      },
    )
  })
  const page = openPage(run, watch)
  const stop = await run.ended
  if (stop.kind !== 'completed') throw new Error(`A run of the app ended as ${JSON.stringify(stop)}.`)
  return watch.stop(page.close())
}

/** Writes each batch as the socket does and takes it at once. `close` tells how many characters were shown. */
function openPage(run: LiveRun, watch: Stopwatch): { close(): number } {
  let shown = 0
  const outbox = openRunOutbox(run, (batch) => {
    JSON.stringify({ kind: 'push', envelope: { name: 'run.batch', payload: batch } })
    shown = charactersAfter(batch, shown)
    if (shown > 0) watch.firstTextShown()
    // Not at once: a page answers after `send` has returned.
    queueMicrotask(() => outbox.acknowledge(batch.seq))
  })
  return {
    close() {
      outbox.close()
      return shown
    },
  }
}

function charactersAfter({ content }: RunBatch, shown: number): number {
  if (content.kind === 'events') return content.events.reduce((sum, event) => sum + charactersOf(event), shown)
  const answer = content.state.messages[1]?.content[0]
  return answer?.type === 'text' ? answer.text.length : 0
}

function charactersOf(event: RunEvent): number {
  return event.type === 'text-delta' ? event.text.length : 0
}

const unusedTools: Omit<Tools, 'specs'> = { prepare: refuse, execute: refuse }
const unusedConsent: Consent = { decide: refuse }

function refuse(): never {
  throw new Error('No answer of this bench uses a tool.')
}
