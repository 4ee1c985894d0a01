import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseCut, findCuts, replaceBefore } from './compact-history.ts'
import { firstFitting } from './first-fitting.ts'
import type { ModelMessage } from './ports.ts'

/** Questions of one to four steps; some stand behind the results of a turn that was stopped, and have no id then. */
const history = fc
  .array(fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 4 }), { maxLength: 8 })
  .map((turns) =>
    turns.flatMap((steps, turn) =>
      steps.flatMap((size, step): ModelMessage[] => [
        { ...(step === 0 ? { id: `q${turn}` as never } : {}), role: 'user', content: sized(size) },
        { id: `a${turn}.${step}` as never, role: 'assistant', content: sized(size) },
      ]),
    ),
  )

function sized(length: number): ModelMessage['content'] {
  return [{ type: 'text', text: 'x'.repeat(length) }]
}

function sizeFrom(messages: readonly ModelMessage[], cut: number): number {
  return messages
    .slice(cut)
    .reduce((sum, { content: [block] }) => sum + (block?.type === 'text' ? block.text.length : 0), 0)
}

it('keeps as much as fits, from a question on, and cuts inside a turn only when no question fits', () => {
  fc.assert(
    fc.property(history, fc.nat({ max: 8_000 }), (messages, target) => {
      const cut = chooseCut(messages, target, (place) => sizeFrom(messages, place))
      const cuts = findCuts(messages)
      const fitting = cuts.filter((place) => sizeFrom(messages, place) <= target)
      const [question] = fitting.filter((place) => messages[place]?.role === 'user')
      expect(cut).toBe(question ?? fitting[0] ?? cuts.at(-1) ?? null)
    }),
    { numRuns: 500 },
  )
})

it('keeps no thinking behind a summary, and every kept message in its place', () => {
  const thought = { type: 'reasoning', text: 'Hm.', signature: 'of what was read before it' } as const
  const words = { type: 'text', text: 'Done.' } as const
  const messages: ModelMessage[] = [
    { id: 'q0' as never, role: 'user', content: sized(1) },
    { id: 'a0' as never, role: 'assistant', content: [thought, words] },
    { id: 'q1' as never, role: 'user', content: sized(2) },
    { id: 'a1' as never, role: 'assistant', content: [thought] },
    { id: 'q2' as never, role: 'user', content: sized(3) },
    { id: 'a2' as never, role: 'assistant', content: [words, thought, words] },
    { id: 'q3' as never, role: 'user', content: sized(4) },
  ]
  const replaced = replaceBefore(messages, 1, 'S')
  expect(replaced).toEqual([
    { role: 'user', content: [{ type: 'text', text: 'S' }] },
    { id: 'a0', role: 'assistant', content: [words] },
    messages[2],
    // A place without words, which is never sent: it keeps two questions apart.
    { id: 'a1', role: 'assistant', content: [{ type: 'reasoning', text: '' }] },
    messages[4],
    { id: 'a2', role: 'assistant', content: [words, words] },
    messages[6],
  ])
  expect([2, 4, 6].every((index) => replaced[index] === messages[index])).toBe(true)
})

it('finds the first that fits without sizing each', () => {
  const sizedAt: number[] = []
  const places = Array.from({ length: 1_000 }, (_, n) => n)
  const found = firstFitting(places, (place) => {
    sizedAt.push(place)
    return place >= 617
  })
  expect(found).toBe(617)
  expect(sizedAt.length).toBeLessThanOrEqual(10)
})
