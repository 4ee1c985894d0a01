import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { replyEvents } from './reply-events.ts'
import type { ReplyStep } from './script.ts'

interface Payload {
  readonly contentBlockIndex?: number
  readonly delta?: {
    readonly text?: string
    readonly toolUse?: { readonly input: string }
    readonly reasoningContent?: { readonly text?: string }
  }
}

interface SentEvent {
  readonly type: string
  readonly payload: Payload
}

function eventsOf(reply: readonly ReplyStep[]): SentEvent[] {
  return [...replyEvents(reply)].filter((move) => move.kind === 'event')
}

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const chunkSize = fc.integer({ min: 1, max: 9 })
const anyBlock: fc.Arbitrary<ReplyStep> = fc.oneof(
  fc.record({ text: words, chunkSize }),
  fc.record({ reasoning: words, chunkSize }),
  fc.record({ toolUse: fc.record({ name: fc.constant('t'), rawJson: words }), chunkSize }),
  fc.record({ burst: fc.record({ deltas: fc.integer({ min: 1, max: 5 }), text: words }) }),
)

test('the deltas of each block join to what was scripted, in order, under its own index', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (reply) => {
      const sent = eventsOf(reply)
      const joined = reply.map((_, index) =>
        sent
          .filter((event) => event.payload.contentBlockIndex === index)
          .map(({ payload: { delta } }) => delta?.text ?? delta?.toolUse?.input ?? delta?.reasoningContent?.text ?? '')
          .join(''),
      )
      expect(joined).toEqual(reply.map(scriptedText))
    }),
  )
})

test('only tool use opens with contentBlockStart, and every block ends with one contentBlockStop', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (reply) => {
      const sent = eventsOf(reply)
      const indexesOf = (type: string): unknown[] =>
        sent.filter((event) => event.type === type).map((event) => event.payload.contentBlockIndex)
      const indexes = reply.map((_, index) => index)
      expect(indexesOf('contentBlockStart')).toEqual(indexes.filter((index) => 'toolUse' in (reply[index] ?? {})))
      expect(indexesOf('contentBlockStop')).toEqual(indexes)
      expect([sent[0]?.type, sent.at(-1)?.type]).toEqual(['messageStart', 'messageStop'])
    }),
  )
})

test('no delta holds half of a surrogate pair', () => {
  const texts = eventsOf([{ text: '🦊🦊🦊', chunkSize: 1 }]).flatMap((event) => event.payload.delta?.text ?? [])
  expect(texts).toEqual(['🦊', '🦊', '🦊'])
})

function scriptedText(step: ReplyStep): string {
  if ('text' in step) return step.text
  if ('reasoning' in step) return step.reasoning
  if ('toolUse' in step) return step.toolUse.rawJson ?? ''
  if ('burst' in step) return (step.burst.text ?? '').repeat(step.burst.deltas)
  return ''
}
