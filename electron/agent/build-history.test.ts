import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentBlock, Message } from '../../shared/messages.ts'
import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { buildHistory } from './build-history.ts'

const text = fc.record({ type: fc.constant('text' as const), text: fc.constantFrom('', ' ', 'Hello', '\n') })
const use = fc.record({
  type: fc.constant('tool-use' as const),
  toolUseId: fc.constantFrom('t1', 't2', 't3'),
  name: fc.constant('tool'),
  input: fc.constant({}),
})
const assistant = fc
  .uniqueArray(fc.oneof(text, use), {
    maxLength: 4,
    selector: (block) => ('toolUseId' in block ? block.toolUseId : {}),
  })
  .map(
    (content) => ({ id: 'm', role: 'assistant' as const, content: content as ContentBlock[], createdAt: 1 }) as Message,
  )
const user = text.map((block) => ({ id: 'u', role: 'user' as const, content: [block], createdAt: 1 }) as Message)
const tool = fc.record({
  state: fc.oneof(
    fc.constant({ kind: 'preparing' }),
    fc.record({
      kind: fc.constant('done'),
      durationMs: fc.constant(1),
      outcome: fc.record({
        status: fc.constantFrom('success', 'error', 'denied'),
        content: fc.array(fc.constant({ type: 'text', text: 'result' }), { maxLength: 1 }),
      }),
    }),
  ),
}) as unknown as fc.Arbitrary<ToolCall>

/** Runs as a crash, a stop or a bad server may have left them. */
const anyRun = fc
  .tuple(user, fc.array(assistant, { maxLength: 4 }), fc.dictionary(fc.constantFrom('t1', 't2'), tool))
  .map(([first, rest, tools]) => ({ messages: [first, ...rest], tools }) as unknown as RunState)

it('is valid for the next request whatever state the runs were left in', () => {
  fc.assert(
    fc.property(fc.array(anyRun, { maxLength: 5 }), fc.option(user, { nil: undefined }), (runs, next) => {
      const history = buildHistory(runs, next)
      history.forEach((message, n) => {
        expect(message.role).toBe(n % 2 === 0 ? 'user' : 'assistant')
        expect(message.content.length).toBeGreaterThan(0)
        const uses = message.content.flatMap((block) => (block.type === 'tool-use' ? [block.toolUseId] : []))
        const following = history[n + 1]?.content ?? []
        const answers = following.flatMap((block) => (block.type === 'tool-result' ? [block] : []))
        if (message.role === 'assistant') expect(answers.map((answer) => answer.toolUseId)).toEqual(uses)
        for (const answer of answers) expect(answer.content.length).toBeGreaterThan(0)
        for (const block of message.content) if (block.type === 'text') expect(block.text.trim()).not.toBe('')
      })
    }),
    { numRuns: 500 },
  )
})

describe('a compacted conversation', () => {
  const said = (id: string, role: Message['role']) =>
    ({ id, role, content: [{ type: 'text', text: id }], createdAt: 1 }) as Message
  const run = (id: string, compactions: readonly object[]) =>
    ({ messages: [said(`q${id}`, 'user'), said(`a${id}`, 'assistant')], tools: {}, compactions }) as unknown as RunState
  const cut = (keptFrom: string, messagesBefore: number) => ({
    summary: `before ${keptFrom}`,
    keptFrom,
    messagesBefore,
  })

  it('is read from its last summary on', () => {
    const runs = [run('1', []), run('2', [cut('q2', 1)]), run('3', []), run('4', [cut('a3', 2)])]
    expect(buildHistory(runs, said('q5', 'user'))).toMatchObject([
      { role: 'user', content: [{ text: 'before a3' }] },
      { id: 'a3', content: [{ text: 'a3' }] },
      { id: 'q4', content: [{ text: 'q4' }] },
      { id: 'a4', content: [{ text: 'a4' }] },
      { id: 'q5', content: [{ text: 'q5' }] },
    ])
  })

  it('has the summary and the question it is followed by in one message, which has no id then', () => {
    const [first] = buildHistory([run('1', []), run('2', [cut('q2', 1)])])
    expect(first).toEqual({
      role: 'user',
      content: [
        { type: 'text', text: 'before q2' },
        { type: 'text', text: 'q2' },
      ],
    })
  })

  it('is read whole when the message a summary leads to is there no more', () => {
    expect(buildHistory([run('1', []), run('2', [cut('gone', 1)])])).toHaveLength(4)
  })
})
