import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { MessageId, ModelId } from '../../shared/ids.ts'
import { foldRunEvents } from '../../shared/run-events.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import {
  allowAll,
  countingMessageIds,
  fakeClock,
  fakeTools,
  recordEvents,
  scriptedModel,
  testModelInfo,
  testScope,
  textReply,
  toolReply,
  type ScriptedReply,
} from './fakes.ts'
import type { Consent, Tools } from './ports.ts'
import { runAgent } from './run-agent.ts'

const success = (text: string): ToolOutcome => ({ status: 'success', content: [{ type: 'text', text }] })

async function run(
  replies: readonly ScriptedReply[],
  options: { tools?: Tools; consent?: Consent; controller?: AbortController; maxTurns?: number } = {},
) {
  const { tools = fakeTools({}), consent = allowAll, controller = new AbortController(), maxTurns = 10 } = options
  const model = scriptedModel(replies)
  const clock = fakeClock()
  const failures: unknown[] = []
  const { events, emit } = recordEvents()
  const stop = await runAgent(
    {
      scope: testScope(controller.signal),
      modelId: 'test:model' as ModelId,
      modelInfo: testModelInfo,
      model,
      system: 'Be brief.',
      history: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      userMessage: {
        id: 'msg_user' as MessageId,
        role: 'user',
        content: [{ type: 'text', text: 'Hello' }],
        createdAt: 1,
      },
      inference: {},
      maxTurns,
    },
    { tools, consent, clock, newMessageId: countingMessageIds(), emit, logFailure: (error) => failures.push(error) },
  )
  const state = foldRunEvents(events)
  if (state === undefined) throw new Error('The run emitted nothing')
  return { stop, state, events, model, clock, failures }
}

describe('runAgent', () => {
  it('streams an answer and ends once', async () => {
    const { stop, state, events } = await run([textReply('Hi there.')])
    expect(stop).toEqual({ kind: 'completed' })
    expect(state.messages[1]?.content).toEqual([{ type: 'text', text: 'Hi there.' }])
    expect(state.calls[0]).toMatchObject({
      usage: { inputTokens: 10, outputTokens: 5 },
      cost: { kind: 'priced', usd: 20 / 1e6 },
    })
    expect(events.filter((event) => event.type === 'run-ended')).toHaveLength(1)
    expect(events.at(-1)?.type).toBe('run-ended')
  })

  it('runs independent calls of one reply at once and answers them in the order asked', async () => {
    const started: string[] = []
    const both = Promise.withResolvers<void>()
    const work = async (name: string) => {
      started.push(name)
      if (started.length === 2) both.resolve()
      // Only reached when the other has started too: one after the other would wait here for ever.
      await both.promise
      return success(name)
    }
    const tools = fakeTools({ slow: () => work('slow'), fast: () => work('fast') })
    const { model, stop } = await run(
      [
        toolReply([
          { id: 'a', name: 'slow', json: '{}' },
          { id: 'b', name: 'fast', json: '{"x":1}' },
        ]),
        textReply('Done.'),
      ],
      { tools },
    )
    expect(stop.kind).toBe('completed')
    expect(model.requests[1]?.messages.at(-1)).toEqual({
      role: 'user',
      content: [
        { type: 'tool-result', toolUseId: 'a', status: 'success', content: [{ type: 'text', text: 'slow' }] },
        { type: 'tool-result', toolUseId: 'b', status: 'success', content: [{ type: 'text', text: 'fast' }] },
      ],
    })
  })

  it('gives malformed tool input back to the model and goes on', async () => {
    const { model, stop } = await run([toolReply([{ id: 'a', name: 'any', json: '{"x":' }]), textReply('Sorry.')], {
      tools: fakeTools({ any: async () => success('never') }),
    })
    expect(stop.kind).toBe('completed')
    expect(model.requests[1]?.messages.at(-1)?.content).toEqual([
      { type: 'tool-result', toolUseId: 'a', status: 'error', content: [{ type: 'text', text: 'not valid JSON' }] },
    ])
  })

  it('keeps what was streamed when stopped, drops unfinished tool uses, and is not a failure', async () => {
    const controller = new AbortController()
    const reply: ScriptedReply = [
      { type: 'text-delta', index: 0, text: 'Half an ans' },
      { type: 'tool-use-started', index: 1, toolUseId: 'a', name: 'any' },
      'wait-for-abort',
    ]
    const running = run([reply], { controller })
    setImmediate(() => controller.abort())
    const { stop, state, failures } = await running
    expect(stop).toEqual({ kind: 'cancelled' })
    expect(state.messages[1]?.content).toEqual([{ type: 'text', text: 'Half an ans' }])
    expect(failures).toEqual([])
  })

  it('stops while a tool runs and still answers its use', async () => {
    const controller = new AbortController()
    const tools = fakeTools({
      hang: (_call, scope) =>
        new Promise((_resolve, reject) => {
          scope.signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Cancelled.')))
          controller.abort()
        }),
    })
    const { stop, state } = await run([toolReply([{ id: 'a', name: 'hang', json: '{}' }])], { tools, controller })
    expect(stop).toEqual({ kind: 'cancelled' })
    expect(state.tools['a']?.state).toMatchObject({ kind: 'done', outcome: { status: 'cancelled' } })
  })

  it('tries again after a retryable failure before the first word', async () => {
    const throttled = new AppError('MODEL_THROTTLED', 'Too many requests.', { retryable: true })
    const { stop, state, clock, events } = await run([[throttled], [throttled], textReply('At last.')])
    expect(stop.kind).toBe('completed')
    expect(clock.sleeps).toEqual([2000, 6000])
    expect(events.filter((event) => event.type === 'retry-scheduled').map((event) => event.attempt)).toEqual([1, 2])
    expect(state.messages).toHaveLength(2)
  })

  it('never tries again once text was shown, so that no text doubles', async () => {
    const broken = new AppError('MODEL_STREAM_BROKEN', 'It broke off.', { retryable: true })
    const { stop, state, clock, model } = await run([
      [{ type: 'text-delta', index: 0, text: 'Once' }, broken],
      textReply('Twice'),
    ])
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'MODEL_STREAM_BROKEN' } })
    expect(clock.sleeps).toEqual([])
    expect(model.requests).toHaveLength(1)
    expect(state.messages[1]?.content).toEqual([{ type: 'text', text: 'Once' }])
  })

  it('treats a stream that ends without a stop as broken', async () => {
    const { stop } = await run([[{ type: 'text-delta', index: 0, text: 'Almost' }]])
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'MODEL_STREAM_BROKEN' } })
  })

  it('runs no tool of a reply that hit the output limit', async () => {
    let runs = 0
    const tools = fakeTools({ count: async () => success(String(++runs)) })
    const cut: ScriptedReply = [
      { type: 'text-delta', index: 0, text: 'I will' },
      { type: 'tool-use-started', index: 1, toolUseId: 'a', name: 'count' },
      { type: 'tool-input-delta', index: 1, json: '{}' },
      { type: 'message-stopped', reason: 'max-tokens' },
    ]
    const { stop, state } = await run([cut], { tools })
    expect(stop).toEqual({ kind: 'max-tokens' })
    expect(runs).toBe(0)
    expect(state.messages[1]?.content).toEqual([{ type: 'text', text: 'I will' }])
  })

  it('stops at the turn limit with every tool use answered', async () => {
    const endless = Array.from({ length: 5 }, (_, n) => toolReply([{ id: `t${n}`, name: 'again', json: '{}' }]))
    const { stop, state, model } = await run(endless, {
      tools: fakeTools({ again: async () => success('more') }),
      maxTurns: 3,
    })
    expect(stop).toEqual({ kind: 'turn-limit', turns: 3 })
    expect(model.requests).toHaveLength(3)
    expect(Object.values(state.tools).every((tool) => tool.state.kind === 'done')).toBe(true)
  })

  it('gives repeated tool-use ids of a server a name of their own', async () => {
    const again = toolReply([{ id: 'call_0', name: 'one', json: '{}' }])
    const { state } = await run([again, again, textReply('Done.')], {
      tools: fakeTools({ one: async () => success('1') }),
    })
    expect(Object.keys(state.tools)).toEqual(['call_0', 'call_0-2'])
  })

  it('tells the model of a refusal and of silence as different things', async () => {
    const answers = ['denied', 'unanswered'] as const
    let asked = 0
    const consent: Consent = {
      decide: async (_call, _scope, onAsked) => {
        onAsked('ask_1' as never)
        return { kind: answers[asked++]!, toAgent: `It was ${answers[asked - 1]}.` }
      },
    }
    const twice = [
      { id: 'a', name: 'x', json: '{}' },
      { id: 'b', name: 'x', json: '{}' },
    ]
    const { state } = await run([toolReply(twice), textReply('I see.')], {
      tools: fakeTools({ x: async () => success('') }),
      consent,
    })
    expect(Object.values(state.tools).map((tool) => tool.state.kind === 'done' && tool.state.outcome)).toEqual([
      { status: 'denied', content: [{ type: 'text', text: 'It was denied.' }] },
      { status: 'unanswered', content: [{ type: 'text', text: 'It was unanswered.' }] },
    ])
  })

  it('turns an unforeseen failure into one sentence and logs its cause', async () => {
    const bug = new TypeError('x is not a function')
    const { stop, failures } = await run([[bug]])
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'INTERNAL' } })
    expect(failures).toEqual([bug])
  })
})
