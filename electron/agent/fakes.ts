import type { AgentId, ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type {
  Clock,
  Consent,
  Model,
  ModelContentBlock,
  ModelEvent,
  ModelRequest,
  PreparedToolCall,
  RunScope,
  SystemText,
  Tools,
  TurnConfiguration,
} from './ports.ts'

/** What a scripted model does with one request: yields events, fails, or waits until the run is aborted. */
export type ScriptedReply = readonly (ModelEvent | Error | 'wait-for-abort')[]

/** Plays one reply a request, in order, and keeps the requests. Those for a summary may have a script of their own. */
export function scriptedModel(
  replies: readonly ScriptedReply[],
  summaries?: readonly ScriptedReply[],
): Model & { readonly requests: ModelRequest[] } {
  const requests: ModelRequest[] = []
  const script = replies[Symbol.iterator]()
  const summaryScript = summaries?.[Symbol.iterator]()
  return {
    requests,
    async *stream(request, signal) {
      requests.push(request)
      const steps = isSummaryRequest(request) ? (summaryScript ?? script) : script
      for (const step of steps.next().value ?? []) {
        if (step === 'wait-for-abort') await aborted(signal)
        else if (step instanceof Error) throw step
        else yield step
        if (signal.aborted) throw signal.reason
      }
    },
  }
}

export function isSummaryRequest({ messages }: ModelRequest): boolean {
  const block = messages.at(-1)?.content.at(-1)
  return block?.type === 'text' && block.text.startsWith('The conversation above is about to be shortened.')
}

/** The same model with an estimator: a token for each character of what was said, asked and answered. */
export function measured<Scripted extends Model>(
  model: Scripted,
): Scripted & Required<Pick<Model, 'estimatePromptTokens'>> {
  return { ...model, estimatePromptTokens: countCharacters }
}

function countCharacters({ system, messages }: ModelRequest): number {
  const texts = messages.flatMap(({ content }) => content.map((block) => charactersOf(block)))
  return texts.reduce((sum, characters) => sum + characters, system.stable.length + system.varying.length)
}

function charactersOf(block: ModelContentBlock): number {
  if (block.type === 'text' || block.type === 'reasoning') return block.text.length
  if (block.type === 'tool-result')
    return block.content.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length : 0), 0)
  return block.type === 'tool-use' ? JSON.stringify(block.input).length : 100
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

export function textReply(text: string): ScriptedReply {
  return [
    { type: 'text-delta', index: 0, text },
    { type: 'message-stopped', reason: 'end-turn' },
    {
      type: 'usage',
      usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 },
      latencyMs: 7,
    },
  ]
}

export function toolReply(
  uses: readonly { readonly id: string; readonly name: string; readonly json: string }[],
): ScriptedReply {
  return [
    ...uses.flatMap(({ id, name, json }, index): ModelEvent[] => [
      { type: 'tool-use-started', index, toolUseId: id, name },
      { type: 'tool-input-delta', index, json },
    ]),
    { type: 'message-stopped', reason: 'tool-use' },
  ]
}

/** Time stands still but for `sleep`, which passes at once and is written down. */
export function fakeClock(): Clock & { readonly sleeps: number[] } {
  const sleeps: number[] = []
  let now = 1_000
  return {
    sleeps,
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms)
      now += ms
    },
  }
}

/** Tools by name, each a function from the call to its outcome. */
export function fakeTools(
  run: Readonly<Record<string, (call: PreparedToolCall, scope: RunScope) => Promise<ToolOutcome>>>,
): Tools {
  return {
    specs: () => Object.keys(run).map((name) => ({ name, description: name, inputSchema: { type: 'object' } })),
    prepare: async (use) => {
      if (use.malformed !== undefined) return { status: 'error', content: [{ type: 'text', text: 'not valid JSON' }] }
      return {
        toolUseId: use.toolUseId,
        toolName: use.name,
        toolVersion: '1',
        input: use.input,
        title: `Run ${use.name}`,
        powers: { reads: [], writes: [], output: 'trusted', isUndoable: true },
        targets: [],
        preview: async () => ({ kind: 'arguments' }),
      }
    },
    execute: async (call, permit, scope, listener) => {
      permit.redeem(call, scope)
      listener.onStarted()
      const work = run[call.toolName]
      if (work === undefined) throw new Error(`No fake for ${call.toolName}`)
      return work(call, scope)
    },
  }
}

export const allowAll: Consent = {
  decide: async () => ({ kind: 'allowed', permit: { fingerprint: 'any', redeem: () => {} } }),
}

export const testModelInfo: ModelInfo = {
  id: 'test:model' as ModelId,
  provider: 'bedrock',
  endpointModelId: 'model',
  label: 'Test model',
  description: 'For tests.',
  accepts: { tools: true, images: false, temperature: true, topP: true, reasoning: 'none' },
  price: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 1.25 },
}

export const testSystem: SystemText = { stable: 'Be brief.', varying: 'Today is a Monday.' }

/** One model, asked plainly: no other region, nobody stronger behind it. */
export function testTurn(model: Model, more: Partial<TurnConfiguration> = {}): TurnConfiguration {
  return { modelInfo: testModelInfo, model, inference: {}, alternatives: [], ...more }
}

/** Nobody presses the button, and every jitter is the middle one. */
export const patientPerson = { onRetryNow: () => () => {}, random: () => 0.5 } as const

export function testScope(signal: AbortSignal = new AbortController().signal): RunScope {
  return {
    runId: 'run_1' as RunId,
    conversationId: 'conv_1' as ConversationId,
    agentId: 'agent_1' as AgentId,
    agentName: 'Agent',
    signal,
  }
}

/** Ids that count up, so that whole events can be compared. */
export function countingMessageIds(): () => MessageId {
  let count = 0
  return () => `msg_${++count}` as MessageId
}

/** Collects what a run emits. */
export function recordEvents(): { readonly events: RunEvent[]; readonly emit: (event: RunEvent) => void } {
  const events: RunEvent[] = []
  return { events, emit: (event) => events.push(event) }
}
