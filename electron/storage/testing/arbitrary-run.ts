import * as fc from 'fast-check'
import type { Message } from '../../../shared/messages.ts'
import { runEvent, type RunEvent } from '../../../shared/run-events.ts'

/** Words of every kind that storage and search must carry: quotes, controls, other scripts, half surrogates. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', ' ', '\n\n', '\0', '\u0002x\u0003', '{"a":', "'; drop table runs; --", '\ud83d', 'été ĳ 数字'),
)

type Turn = {
  readonly reasoning: readonly string[]
  readonly texts: readonly string[]
  readonly inputs: readonly (readonly string[])[]
  readonly progress: readonly string[]
  readonly isPriced: boolean
  /** The stream breaks once, and the message is taken up again with this many blocks. null: it does not. */
  readonly rewoundTo: number | null
  readonly isRefreshed: boolean
}

const turn: fc.Arbitrary<Turn> = fc.record({
  reasoning: fc.array(text, { maxLength: 3 }),
  texts: fc.array(text, { maxLength: 6 }),
  inputs: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 3 }),
  progress: fc.array(text, { maxLength: 3 }),
  isPriced: fc.boolean(),
  rewoundTo: fc.constantFrom(null, 0, 1, 2),
  isRefreshed: fc.boolean(),
})

type Ids = { readonly runId: string; readonly conversationId: string }

/** A run as the agent loop would emit it, cut off anywhere: every prefix is what a crash may leave. Takes its ids last. */
export const arbitraryRun: fc.Arbitrary<(ids: Ids) => readonly RunEvent[]> = fc
  .tuple(text, fc.array(turn, { maxLength: 3 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([question, turns, kept]) => (ids) => {
    const events = [
      ...startOf(ids, question),
      ...turns.flatMap((t, index) => eventsOf(`${ids.runId}-${index}`, t)),
      parse({ type: 'run-ended', stop: { kind: 'completed' }, at: 99 }),
      ...turns.flatMap((t, index) => refreshesOf(`${ids.runId}-${index}`, t)),
    ]
    return events.slice(0, Math.max(1, Math.ceil(kept * events.length * 1.3)))
  })

function startOf(ids: Ids, question: string): RunEvent[] {
  const userMessage = {
    id: `${ids.runId}-user`,
    role: 'user',
    content: [{ type: 'text', text: question }],
    createdAt: 1,
  }
  return [parse({ type: 'run-started', ...ids, agentId: 'analyst', modelId: 'test:model', userMessage, at: 1 })]
}

function eventsOf(id: string, of: Turn): RunEvent[] {
  const uses = of.inputs.map((pieces, index) => ({ toolUseId: `${id}-use-${index}`, pieces, index: index + 2 }))
  const content: Message['content'] = [
    { type: 'reasoning', text: of.reasoning.join('') },
    { type: 'text', text: of.texts.join('') },
    ...uses.map((use) => parseUse(use.toolUseId)),
  ]
  return [
    { type: 'run-noted', note: { kind: 'settings-changed', changed: ['effort'] }, at: 2 },
    { type: 'model-call-started', modelId: 'test:model', at: 2 },
    { type: 'message-started', messageId: id, at: 3 },
    ...(of.rewoundTo === null ? [] : brokenTry(id, of.rewoundTo)),
    ...of.reasoning.map((part) => ({ type: 'reasoning-delta', messageId: id, index: 0, text: part })),
    ...of.texts.map((part) => ({ type: 'text-delta', messageId: id, index: 1, text: part })),
    ...uses.flatMap(({ toolUseId, pieces, index }) => [
      { type: 'tool-use-started', messageId: id, index, toolUseId, name: 'calculator' },
      ...pieces.map((json) => ({ type: 'tool-input-delta', toolUseId, json })),
    ]),
    { type: 'message-completed', message: { id, role: 'assistant', content, createdAt: 3 } },
    { type: 'model-call-completed', call: callOf(of) },
    ...uses.flatMap(({ toolUseId }) => [
      { type: 'tool-prepared', toolUseId, title: 'Calculate', input: { a: [1, null] } },
      { type: 'tool-started', toolUseId, at: 4 },
      ...of.progress.map((message) => ({ type: 'tool-progress', toolUseId, progress: { message } })),
      {
        type: 'tool-completed',
        toolUseId,
        outcome: { status: 'success', content: [{ type: 'text', text: '4' }] },
        durationMs: 1,
      },
    ]),
  ].map(parse)
}

/** A try that fails after text, a whole tool use and half of one more. */
function brokenTry(id: string, blocks: number): object[] {
  const use = (index: number, json: string) => [
    { type: 'tool-use-started', messageId: id, index, toolUseId: `${id}-lost-${index}`, name: 'calculator' },
    { type: 'tool-input-delta', toolUseId: `${id}-lost-${index}`, json },
  ]
  return [
    { type: 'text-delta', messageId: id, index: 0, text: 'begun' },
    ...use(1, '{"a":1}'),
    ...use(2, '{"a":'),
    { type: 'message-rewound', messageId: id, blocks },
    { type: 'run-noted', note: { kind: 'resumed', error: brokenStream }, at: 3 },
  ]
}

const brokenStream = { code: 'MODEL_STREAM_BROKEN', message: 'The stream broke.', retryable: true }

function refreshesOf(id: string, of: Turn): RunEvent[] {
  if (!of.isRefreshed) return []
  const outcome = { status: 'success', content: [{ type: 'text', text: '5' }] }
  return of.inputs.map((_, index) =>
    parse({ type: 'tool-refreshed', toolUseId: `${id}-use-${index}`, outcome, durationMs: 3, at: 120 }),
  )
}

function callOf(of: Turn): object {
  const usage = { inputTokens: of.texts.length, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 1 }
  const cost = of.isPriced ? { kind: 'priced', usd: 0.1 } : { kind: 'free' }
  return {
    modelId: 'test:model',
    startedAt: 2,
    timeToFirstTokenMs: 1,
    durationMs: 2,
    endpointLatencyMs: null,
    usage: of.texts.length === 0 ? null : usage,
    cost,
    stopReason: 'end-turn',
  }
}

function parseUse(toolUseId: string): Message['content'][number] {
  return { type: 'tool-use', toolUseId: toolUseId as never, name: 'calculator', input: { a: [1, null] } }
}

/** Through the schema, so that the generator cannot drift from the contract. */
function parse(value: object): RunEvent {
  return runEvent.parse(value)
}
