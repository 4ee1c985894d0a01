import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { ModelMessage } from '../agent/ports.ts'
import { createConversationHistories, type KnownHistory } from './conversation-histories.ts'

const conversation = (index: number) => `c${index}` as ConversationId
const lastRunId = 'r1' as RunId
const said = (text: string): readonly ModelMessage[] => [{ role: 'user', content: [{ type: 'text', text }] }]

test('hands out the very messages it was given', () => {
  const histories = createConversationHistories()
  const history = said('hello')
  histories.put(conversation(1), { lastRunId, history, hasImages: false })
  expect(histories.get(conversation(1), { lastRunId })?.history).toBe(history)
  expect(histories.get(conversation(2), { lastRunId })).toBeUndefined()
})

test.each([['r0' as RunId], [null]])('a history that does not reach to run %s is not handed out', (other) => {
  const histories = createConversationHistories()
  histories.put(conversation(1), { lastRunId, history: said('hello'), hasImages: false })
  expect(histories.get(conversation(1), { lastRunId: other })).toBeUndefined()
})

test('a newer history takes the place of the one before', () => {
  const histories = createConversationHistories()
  const longer = said('longer')
  histories.put(conversation(1), { lastRunId, history: said('hello'), hasImages: false })
  histories.put(conversation(1), { lastRunId: 'r2' as RunId, history: longer, hasImages: false })
  expect(histories.get(conversation(1), { lastRunId: 'r2' as RunId })?.history).toBe(longer)
})

type Step = { readonly kind: 'get' | 'put' | 'forget'; readonly conversation: number; readonly run: number }
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('get', 'put', 'put', 'forget'),
    conversation: fc.integer({ min: 0, max: 11 }),
    run: fc.integer({ min: 0, max: 1 }),
  }),
  { maxLength: 80, size: 'max' },
)

test('holds the eight conversations used last, whatever was asked of it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const histories = createConversationHistories()
      /** Newest first. */
      let expected: (KnownHistory & { readonly of: number })[] = []
      for (const { kind, conversation: of, run } of all) {
        const last = `r${run}` as RunId
        const kept = expected.find((known) => known.of === of && known.lastRunId === last)
        const others = expected.filter((known) => known.of !== of)
        if (kind === 'get') {
          expect(histories.get(conversation(of), { lastRunId: last })?.history).toBe(kept?.history)
          expected = kept === undefined ? others : [kept, ...others]
        } else if (kind === 'put') {
          const known = { lastRunId: last, history: said(`${of}`), hasImages: false }
          histories.put(conversation(of), known)
          expected = [{ ...known, of }, ...others].slice(0, 8)
        } else {
          histories.forget(conversation(of))
          expected = others
        }
      }
      for (const { of, lastRunId: last, history } of expected.toReversed())
        expect(histories.get(conversation(of), { lastRunId: last })?.history).toBe(history)
    }),
    { numRuns: 500 },
  )
})
