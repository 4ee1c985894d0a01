import * as fc from 'fast-check'
import { runEvent, type RunEvent } from '../../shared/run-events.ts'
import { endedEvent, startedEvent } from './driven-run.fixture.ts'

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 4 }), fc.constant('\ud83d'))
const error = { code: 'MODEL_THROTTLED', message: 'Slow down.', retryable: true }
const success = { status: 'success', content: [{ type: 'text', text: '4' }] }
const modelCall = {
  modelId: 'test:model',
  startedAt: 2,
  timeToFirstTokenMs: 1,
  durationMs: 2,
  endpointLatencyMs: null,
  usage: null,
  cost: { kind: 'free' },
  stopReason: null,
}

/** What may happen to one tool use, in order; a run may stand after any of them. */
const toolSteps = fc
  .record({ pieces: fc.array(text, { maxLength: 3 }), progress: fc.array(text, { maxLength: 2 }), asks: fc.boolean() })
  .map(({ pieces, progress, asks }) => (toolUseId: string) => ({
    streamed: pieces.map((json) => ({ type: 'tool-input-delta', toolUseId, json })),
    executed: [
      { type: 'tool-prepared', toolUseId, title: 'Calculate', input: { a: [1, null] } },
      ...(asks
        ? [
            { type: 'consent-requested', toolUseId, consentId: 'ask_1' },
            { type: 'consent-settled', toolUseId, waitedMs: 7 },
          ]
        : []),
      { type: 'tool-started', toolUseId, at: 4 },
      ...progress.map((message) => ({ type: 'tool-progress', toolUseId, progress: { message } })),
      { type: 'tool-completed', toolUseId, outcome: success, durationMs: 1 },
      { type: 'tool-refreshed', toolUseId, outcome: success, durationMs: 3, at: 8 },
    ],
  }))

/** One model call with everything around it. What is rewound is said again, as after a broken stream. */
const turn = fc
  .record({
    texts: fc.array(text, { maxLength: 4 }),
    reasoning: fc.array(text, { maxLength: 2 }),
    tools: fc.array(toolSteps, { maxLength: 2 }),
    rewindsTo: fc.option(fc.nat({ max: 3 })),
    losesTools: fc.boolean(),
    isNoted: fc.boolean(),
    isRetried: fc.boolean(),
  })
  .map((of) => (id: string) => {
    const tools = of.tools.map((steps, index) => ({
      id: `${id}_use_${index}`,
      index: index + 2,
      ...steps(`${id}_use_${index}`),
    }))
    const blocks = [
      ...of.reasoning.map((part) => ({ type: 'reasoning-delta', messageId: id, index: 0, text: part })),
      ...of.texts.map((part) => ({
        type: 'text-delta',
        messageId: id,
        index: of.reasoning.length === 0 ? 0 : 1,
        text: part,
      })),
      ...tools.flatMap((tool) => [
        { type: 'tool-use-started', messageId: id, index: tool.index, toolUseId: tool.id, name: 'calculator' },
        ...tool.streamed,
      ]),
    ]
    const content = [
      { type: 'reasoning', text: of.reasoning.join(''), signature: 's' },
      { type: 'text', text: of.texts.join('') },
      ...(of.losesTools
        ? []
        : tools.map((tool) => ({ type: 'tool-use', toolUseId: tool.id, name: 'calculator', input: {} }))),
    ]
    return [
      ...(of.isRetried ? [{ type: 'retry-scheduled', attempt: 1, delayMs: 100, error, at: 2 }] : []),
      { type: 'model-call-started', modelId: 'test:model', at: 2 },
      { type: 'message-started', messageId: id, at: 3 },
      ...blocks,
      ...(of.isNoted ? [{ type: 'run-noted', note: { kind: 'resumed', error }, at: 5 }] : []),
      ...(of.rewindsTo === null ? [] : [{ type: 'message-rewound', messageId: id, blocks: of.rewindsTo }, ...blocks]),
      { type: 'message-completed', message: { id, role: 'assistant', content, createdAt: 3 } },
      { type: 'model-call-completed', call: modelCall },
      ...(of.losesTools ? [] : tools.flatMap((tool) => tool.executed)),
      ...(of.isNoted
        ? [
            {
              type: 'history-compacted',
              compaction: { summary: 'So far', keptFrom: 'msg_user', tokensBefore: 9, tokensAfter: 3, at: 6 },
            },
          ]
        : []),
    ]
  })

/** A run as the loop would emit it, cut off anywhere. Parsed by the schema, so that it cannot drift from the contract. */
export const arbitraryRunEvents: fc.Arbitrary<readonly RunEvent[]> = fc
  .tuple(fc.array(turn, { maxLength: 3 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([turns, kept]) => {
    const events = [startedEvent, ...turns.flatMap((make, index) => make(`msg_${index + 1}`)), endedEvent]
    return events.slice(0, Math.max(1, Math.ceil(kept * events.length * 1.3))).map((event) => runEvent.parse(event))
  })
