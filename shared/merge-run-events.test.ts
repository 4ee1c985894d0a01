import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MessageId, ToolUseId } from './ids.ts'
import { mergeRunEvent } from './merge-run-events.ts'
import { foldRunEvents, type RunEvent } from './run-events.ts'

const started = {
  type: 'run-started',
  runId: 'r',
  conversationId: 'c',
  agentId: 'a',
  modelId: 'm',
  userMessage: { id: 'u', role: 'user', content: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
  at: 1,
} as RunEvent

const messageId = 'm1' as MessageId
const toolUseId = fc.constantFrom('t1', 't2') as fc.Arbitrary<ToolUseId>
const index = fc.integer({ min: 0, max: 2 })
const text = fc.string({ unit: 'grapheme', maxLength: 6 })

const anyEvent: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.record({ type: fc.constant('text-delta' as const), messageId: fc.constant(messageId), index, text }),
  fc.record({ type: fc.constant('reasoning-delta' as const), messageId: fc.constant(messageId), index, text }),
  fc.record({
    type: fc.constant('tool-use-started' as const),
    messageId: fc.constant(messageId),
    index,
    toolUseId,
    name: text,
  }),
  fc.record({ type: fc.constant('tool-input-delta' as const), toolUseId, json: text }),
  fc.record({ type: fc.constant('tool-started' as const), toolUseId, at: fc.nat() }),
  fc.record({ type: fc.constant('tool-progress' as const), toolUseId, progress: fc.record({ message: text }) }),
)

it('folding merged events gives the same state as folding them one by one', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      const all: RunEvent[] = [started, { type: 'message-started', messageId, at: 2 }, ...events]
      const merged: RunEvent[] = []
      for (const event of all) mergeRunEvent(merged, event)
      expect(foldRunEvents(merged)).toEqual(foldRunEvents(all))
    }),
    { numRuns: 500 },
  )
})

it('joins neighbouring deltas of one block and keeps the order of everything else', () => {
  const waiting: RunEvent[] = []
  const say = (at: number, words: string): RunEvent => ({ type: 'text-delta', messageId, index: at, text: words })
  for (const event of [say(0, 'a'), say(0, ' '), say(0, 'b'), say(1, 'c'), say(0, 'd')]) mergeRunEvent(waiting, event)
  expect(waiting).toEqual([say(0, 'a b'), say(1, 'c'), say(0, 'd')])
})

it('leaves the events handed in as they are, so that several lists can merge them', () => {
  const first: RunEvent = { type: 'text-delta', messageId, index: 0, text: 'a' }
  const second: RunEvent = { ...first, text: 'b' }
  const lists: RunEvent[][] = [[], []]
  for (const list of lists) for (const event of [first, second]) mergeRunEvent(list, event)
  expect([first, second].map(({ text: words }) => words)).toEqual(['a', 'b'])
  expect(lists.map((list) => list.map((event) => event.type === 'text-delta' && event.text))).toEqual([['ab'], ['ab']])
})
