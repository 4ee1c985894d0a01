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
  patientPerson,
  recordEvents,
  scriptedModel,
  testModelInfo,
  testScope,
  testSystem,
  testTurn,
  textReply,
  toolReply,
  type ScriptedReply,
} from './fakes.ts'
import type { Consent, Model, ModelRequest, Tools, TurnConfiguration } from './ports.ts'
import { runAgent } from './run-agent.ts'

const success = (text: string): ToolOutcome => ({ status: 'success', content: [{ type: 'text', text }] })

type Options = {
  readonly tools?: Tools
  readonly consent?: Consent
  readonly controller?: AbortController
  readonly maxTurns?: number
  /** What the configuration says before each call, in order; the last one holds on. */
  readonly settings?: (model: Model) => readonly TurnConfiguration[]
  readonly unreadable?: Error
}

async function run(replies: readonly ScriptedReply[], options: Options = {}) {
  const { tools = fakeTools({}), consent = allowAll, controller = new AbortController(), maxTurns = 10 } = options
  const model = scriptedModel(replies)
  const turns = options.settings?.(model) ?? [testTurn(model)]
  let reads = 0
  const failures: unknown[] = []
  const { events, emit } = recordEvents()
  const stop = await runAgent(
    {
      scope: testScope(controller.signal),
      modelId: testModelInfo.id,
      async configuration() {
        if (options.unreadable !== undefined) throw options.unreadable
        return turns[reads++] ?? turns.at(-1)!
      },
      system: testSystem,
      history: [{ id: 'msg_user' as MessageId, role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      userMessage: {
        id: 'msg_user' as MessageId,
        role: 'user',
        content: [{ type: 'text', text: 'Hello' }],
        createdAt: 1,
      },
      pinned: () => [],
      maxTurns,
    },
    {
      ...patientPerson,
      tools,
      consent,
      clock: fakeClock(),
      newMessageId: countingMessageIds(),
      emit,
      logFailure: (error) => failures.push(error),
    },
  )
  const state = foldRunEvents(events)
  if (state === undefined) throw new Error('The run emitted nothing')
  return { stop, state, events, model, failures }
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

  it('asks with what the person changed meanwhile, from the next call on, and says what changed', async () => {
    const other = { ...testModelInfo, id: 'test:other' as ModelId }
    const again = toolReply([{ id: 'a', name: 'one', json: '{}' }])
    const { state, model } = await run([again, again, textReply('Done.')], {
      tools: fakeTools({ one: async () => success('1') }),
      settings: (asked) => [
        testTurn(asked, { inference: { effort: 'low', temperature: 1 } }),
        testTurn(asked, { inference: { effort: 'high', maxTokens: 99 } }),
        testTurn(asked, { inference: { maxTokens: 99, effort: 'high' }, modelInfo: other }),
      ],
    })
    expect(model.requests.map((request) => [request.model.id, request.inference])).toEqual([
      ['test:model', { effort: 'low', temperature: 1 }],
      ['test:model', { effort: 'high', maxTokens: 99 }],
      ['test:other', { maxTokens: 99, effort: 'high' }],
    ])
    expect(state.notes?.map(({ note }) => note)).toEqual([
      { kind: 'settings-changed', changed: ['effort', 'temperature', 'maxTokens'] },
      { kind: 'settings-changed', changed: ['model'] },
    ])
  })

  it('ends as failed, after it has started, when its settings cannot be read', async () => {
    const gone = new AppError('MODEL_NOT_FOUND', 'There is no such model.')
    const { stop, events } = await run([], { unreadable: gone })
    expect([events[0]?.type, events.at(-1)?.type]).toEqual(['run-started', 'run-ended'])
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'MODEL_NOT_FOUND' } })
  })

  it('sends the same messages again, each the same object, so that nothing is made of them twice', async () => {
    const again = toolReply([{ id: 'a', name: 'one', json: '{}' }])
    const { model } = await run([again, again, textReply('Done.')], {
      tools: fakeTools({ one: async () => success('1') }),
    })
    const [first, second, third] = model.requests.map(({ messages }) => messages)
    expect([first?.length, second?.length, third?.length]).toEqual([1, 3, 5])
    expect(isPrefixByIdentity(first, second) && isPrefixByIdentity(second, third)).toBe(true)
    expect(third?.map(({ id }) => id)).toEqual(['msg_user', 'msg_1', undefined, 'msg_2', undefined])
    for (const { tools } of model.requests) expect(tools).toBe(model.requests[0]?.tools)
    expect(model.requests.map(({ conversationId }) => conversationId)).toEqual(['conv_1', 'conv_1', 'conv_1'])
  })
})

function isPrefixByIdentity(
  before: ModelRequest['messages'] | undefined,
  after: ModelRequest['messages'] | undefined,
): boolean {
  return before !== undefined && before.every((message, n) => message === after?.[n])
}
