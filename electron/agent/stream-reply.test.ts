import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { MessageId, ModelId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { foldRunEvents, type RunEvent } from '../../shared/run-events.ts'
import {
  countingMessageIds,
  fakeClock,
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
import type { ModelEvent, TurnConfiguration } from './ports.ts'
import { streamReply } from './stream-reply.ts'

const failed = (code: ErrorCode, retryAfterMs?: number) =>
  new AppError(code, 'It failed.', { retryable: true, retryAfterMs })
const broken = failed('MODEL_STREAM_BROKEN')
const throttled = failed('MODEL_THROTTLED')
const text = (words: string, index = 0): ModelEvent => ({ type: 'text-delta', index, text: words })

const prefilled = infoOf({ prefill: true })
const question = { role: 'user', content: [{ type: 'text', text: 'What is the total?' }] } as const

function infoOf(accepts: Partial<ModelInfo['accepts']>, id = 'test:model'): ModelInfo {
  return { ...testModelInfo, id: id as ModelId, accepts: { ...testModelInfo.accepts, ...accepts } }
}

const started: RunEvent = {
  type: 'run-started',
  ...testScope(),
  modelId: testModelInfo.id,
  userMessage: { id: 'msg_0' as MessageId, role: 'user', content: [...question.content], createdAt: 0 },
  at: 0,
}

function inSecondBlock(step: ScriptedReply[number]): ScriptedReply[number] {
  return typeof step === 'object' && 'index' in step ? { ...step, index: 1 } : step
}

async function ask(turn: TurnConfiguration, signal?: AbortSignal) {
  const { events, emit } = recordEvents()
  const clock = fakeClock()
  const request = { system: testSystem, messages: [question], tools: [] }
  const answered = await streamReply(
    { scope: testScope(signal), turn, request, usedToolIds: new Set() },
    { clock, emit, newMessageId: countingMessageIds(), ...patientPerson },
  ).then(
    (reply) => ({ reply, error: undefined }),
    (error: unknown) => ({ reply: undefined, error }),
  )
  return { ...answered, events, clock }
}

const notes = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'run-noted' ? [event.note] : []))
const shownBy = (events: readonly RunEvent[]) =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')
const completed = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'message-completed' ? [event.message.content] : []))

describe('before the first word', () => {
  it('a failing call is tried again after a pause that the person sees', async () => {
    const model = scriptedModel([[throttled], [failed('MODEL_UNAVAILABLE')], textReply('At last.')])
    const { reply, events, clock } = await ask(testTurn(model))
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'At last.' }])
    expect(clock.sleeps).toEqual([500, 1_000])
    expect(events.filter(({ type }) => type === 'retry-scheduled')).toMatchObject([
      { attempt: 1, delayMs: 500, error: { code: 'MODEL_THROTTLED' } },
      { attempt: 2, delayMs: 1_000, error: { code: 'MODEL_UNAVAILABLE' } },
    ])
    expect(events.filter(({ type }) => type === 'message-started')).toHaveLength(1)
  })

  it('the next place takes over when one has no try left, and the next calls stay there', async () => {
    const elsewhere = scriptedModel([textReply('From the west.')])
    const west = { modelInfo: infoOf({}, 'test:west'), model: elsewhere, label: 'West' }
    const model = scriptedModel([[failed('MODEL_THROTTLED', 90_000)]])
    const { reply, events } = await ask(testTurn(model, { alternatives: [west] }))
    expect(notes(events)).toEqual([
      {
        kind: 'failover',
        from: 'Test model',
        to: 'West',
        error: expect.objectContaining({ message: expect.stringContaining('wait 2 minutes') as string }) as object,
      },
    ])
    expect(reply?.turn).toMatchObject({ modelInfo: { id: 'test:west' }, model: elsewhere, alternatives: [] })
    expect(elsewhere.requests[0]?.model.id).toBe('test:west')
  })

  it('each place has tries of its own', async () => {
    const away = [failed('MODEL_UNREACHABLE')]
    const elsewhere = scriptedModel([away, away, textReply('From the west.')])
    const west = { modelInfo: testModelInfo, model: elsewhere, label: 'West' }
    const { reply, clock } = await ask(testTurn(scriptedModel([away, away, away, away]), { alternatives: [west] }))
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'From the west.' }])
    expect(clock.sleeps).toEqual([50, 1_000, 4_000, 50, 1_000])
  })

  it.each(['MODEL_REJECTED_REQUEST', 'CREDENTIALS_EXPIRED', 'MODEL_ACCESS_DENIED', 'CONTEXT_TOO_LONG'] as const)(
    '%s goes neither to another try nor to another place',
    async (code) => {
      const model = scriptedModel([[new AppError(code, 'No.')]])
      const elsewhere = scriptedModel([textReply('Never.')])
      const west = { modelInfo: testModelInfo, model: elsewhere, label: 'West' }
      const { error } = await ask(testTurn(model, { alternatives: [west] }))
      expect(error).toMatchObject({ code })
      expect([model.requests.length, elsewhere.requests.length]).toEqual([1, 0])
    },
  )

  it('thinking that breaks off is taken back and thought anew', async () => {
    const thinking: ScriptedReply = [{ type: 'reasoning-delta', index: 0, text: 'Let me' }, broken]
    const model = scriptedModel([thinking, textReply('Five.')])
    const { reply, events } = await ask(testTurn(model))
    expect(model.requests[1]?.messages).toEqual([question])
    expect(events).toContainEqual({ type: 'message-rewound', messageId: 'msg_1', blocks: 0 })
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'Five.' }])
    expect(notes(events)).toEqual([])
  })

  it('stopping ends the pause', async () => {
    const controller = new AbortController()
    const { events, emit } = recordEvents()
    const stopping = streamReply(
      {
        scope: testScope(controller.signal),
        turn: testTurn(scriptedModel([[throttled], textReply('Never.')])),
        request: { system: testSystem, messages: [question], tools: [] },
        usedToolIds: new Set(),
      },
      {
        ...patientPerson,
        emit,
        newMessageId: countingMessageIds(),
        clock: {
          now: () => 0,
          sleep: (_ms, signal) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Cancelled.')))
              controller.abort()
            }),
        },
      },
    )
    await expect(stopping).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(events.filter(({ type }) => type === 'model-call-started')).toHaveLength(1)
  })
})

describe('after the first word', () => {
  it('a model that takes a beginning goes on from it in the same message', async () => {
    const model = scriptedModel([[text('The total '), broken], textReply(' is 5.')])
    const { reply, events } = await ask(testTurn(model, { modelInfo: prefilled }))
    expect(model.requests[1]?.messages).toEqual([
      question,
      { role: 'assistant', content: [{ type: 'text', text: 'The total' }] },
    ])
    expect(reply?.message).toMatchObject({ id: 'msg_1', content: [{ type: 'text', text: 'The total is 5.' }] })
    expect(shownBy(events)).toBe('The total is 5.')
    expect(notes(events)).toMatchObject([{ kind: 'resumed', error: { code: 'MODEL_STREAM_BROKEN' } }])
    expect(events.filter(({ type }) => type === 'message-started')).toHaveLength(1)
  })

  it('any other model is asked to go on after its last words', async () => {
    const model = scriptedModel([[text('The total of the north'), broken], textReply('The total of the north is 5.')])
    const { events } = await ask(testTurn(model))
    expect(model.requests[1]?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
    expect(model.requests[1]?.messages.at(-1)?.content).toEqual([
      { type: 'text', text: expect.stringContaining('<last-words>The total of the north</last-words>') as string },
    ])
    expect(shownBy(events)).toBe('The total of the north is 5.')
  })

  it('a model that thinks first is asked too, since it cannot begin in the middle', async () => {
    const model = scriptedModel([[text('The'), broken], textReply(' total')])
    await ask(testTurn(model, { modelInfo: infoOf({ prefill: true, reasoning: 'adaptive' }) }))
    expect(model.requests[1]?.messages.at(-1)?.role).toBe('user')
  })

  it('a model that refuses a beginning against its catalog entry is asked', async () => {
    const refusal = new AppError('MODEL_REJECTED_REQUEST', 'This model does not support assistant message prefill.')
    const model = scriptedModel([[text('The'), broken], [refusal], textReply(' total')])
    const { reply } = await ask(testTurn(model, { modelInfo: prefilled }))
    expect(model.requests.map(({ messages }) => messages.at(-1)?.role)).toEqual(['user', 'assistant', 'user'])
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'The total' }])
  })

  it('no tool use of the broken reply runs, and what came after it is taken back', async () => {
    const first: ScriptedReply = [
      { type: 'reasoning-delta', index: 0, text: 'Hm.' },
      { type: 'reasoning-signature', index: 0, signature: 'signed' },
      text('I look.', 1),
      { type: 'tool-use-started', index: 2, toolUseId: 'call_0', name: 'look' },
      { type: 'tool-input-delta', index: 2, json: '{"at":1}' },
      text('Meanwhile', 3),
      broken,
    ]
    const model = scriptedModel([first, toolReply([{ id: 'call_0', name: 'look', json: '{"at":2}' }])])
    const { reply, events } = await ask(testTurn(model))
    expect(events).toContainEqual({ type: 'message-rewound', messageId: 'msg_1', blocks: 2 })
    expect(reply?.message.content).toEqual([
      { type: 'reasoning', text: 'Hm.', signature: 'signed', modelId: 'test:model' },
      { type: 'text', text: 'I look.' },
      { type: 'tool-use', toolUseId: 'call_0', name: 'look', input: { at: 2 } },
    ])
    expect(reply?.toolUses).toHaveLength(1)
  })

  it('is taken up again twice and no more; what was shown stays', async () => {
    const model = scriptedModel([
      [text('One'), broken],
      [text(' two'), broken],
      [text(' three'), broken],
      textReply(' four'),
    ])
    const { error, events } = await ask(testTurn(model))
    expect(error).toBe(broken)
    expect(model.requests).toHaveLength(3)
    expect(completed(events)).toEqual([[{ type: 'text', text: 'One two three' }]])
  })

  it('another place goes on where the first one broke off for good', async () => {
    const away = failed('MODEL_UNREACHABLE')
    const elsewhere = scriptedModel([textReply(' two')])
    const west = { modelInfo: infoOf({}, 'test:west'), model: elsewhere, label: 'West' }
    const model = scriptedModel([[text('One'), broken], [away], [away], [away], [away]])
    const { reply, events } = await ask(testTurn(model, { alternatives: [west] }))
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'One two' }])
    expect(notes(events).map(({ kind }) => kind)).toEqual(['failover', 'resumed'])
  })

  it('only the first text that follows is joined to it; another block is one of its own', async () => {
    const next: ScriptedReply = [
      text('The total', 0),
      text('Other.', 1),
      { type: 'message-stopped', reason: 'end-turn' },
    ]
    const { reply } = await ask(testTurn(scriptedModel([[text('The total of the north '), broken], next])))
    expect(reply?.message.content).toEqual([
      { type: 'text', text: 'The total of the north The total' },
      { type: 'text', text: 'Other.' },
    ])
  })

  it('stopping keeps what was streamed and asks no more', async () => {
    const controller = new AbortController()
    const model = scriptedModel([[text('Half'), 'wait-for-abort'], textReply('Never.')])
    const asking = ask(testTurn(model), controller.signal)
    setImmediate(() => controller.abort())
    const { events } = await asking
    expect(model.requests).toHaveLength(1)
    expect(completed(events)).toEqual([[{ type: 'text', text: 'Half' }]])
  })
})

describe('while it streams', () => {
  it.each([
    ['signed without a word', { type: 'reasoning-signature', index: 0, signature: 'signed' }],
    ['encrypted', { type: 'reasoning-redacted', index: 0, base64: 'AAEC' }],
  ] as const)('text after thinking that is %s is shown at once', async (_what, thinking) => {
    const { events } = await ask(testTurn(scriptedModel([[thinking, ...textReply('Five.').map(inSecondBlock)]])))
    const streamed = foldRunEvents([started, ...events.filter(({ type }) => type !== 'message-completed')])
    expect(streamed?.messages[1]?.content.at(-1)).toEqual({ type: 'text', text: 'Five.' })
  })
})

describe('stopping', () => {
  it('is no failure to recover from, though the stream only ends', async () => {
    const controller = new AbortController()
    const model = {
      async *stream() {
        yield text('Half')
        controller.abort()
      },
    }
    const { error, events } = await ask(testTurn(model), controller.signal)
    expect(error).toMatchObject({ code: 'MODEL_STREAM_BROKEN' })
    expect(events.filter(({ type }) => type === 'retry-scheduled')).toEqual([])
    expect(completed(events)).toEqual([[{ type: 'text', text: 'Half' }]])
  })
})

describe('a cheap try', () => {
  const choice = { modelId: 'test:strong' as ModelId, policy: 'balanced', tier: 'large', reason: 'It failed.' } as const

  async function askCheap(replies: readonly ScriptedReply[], checksItself = false) {
    const cheap = scriptedModel(replies)
    const strong = testTurn(scriptedModel([textReply('Right.')]), { modelInfo: infoOf({}, 'test:strong') })
    const asked = await ask(testTurn(cheap, { escalation: { choice, turn: strong, checksItself } }))
    return { ...asked, cheap, strong }
  }

  const refused: ScriptedReply = [text('I cannot'), { type: 'message-stopped', reason: 'refused' }]
  const malformed = toolReply([{ id: 'a', name: 'look', json: '{"at":' }])

  it.each([
    ['is refused', [refused], false],
    ['asks for a tool in broken JSON', [malformed], false],
    ['is malformed', [[{ type: 'message-stopped', reason: 'malformed' }]], false],
    ['finds itself wanting', [textReply('Wrong.'), textReply('5')], true],
  ] as const)(
    'that %s is followed by the stronger model, in the same message',
    async (_what, replies, checksItself) => {
      const { reply, events, strong } = await askCheap(replies, checksItself)
      expect(reply).toMatchObject({
        message: { id: 'msg_1', content: [{ type: 'text', text: 'Right.' }] },
        turn: strong,
      })
      expect(notes(events)).toEqual([{ kind: 'escalated', choice }])
      expect(completed(events)).toEqual([[{ type: 'text', text: 'Right.' }]])
    },
  )

  it.each([
    ['finds itself good', textReply('6')],
    ['cannot be judged', [failed('MODEL_UNAVAILABLE')]],
    ['gets no number', textReply('Rather sure.')],
  ] as const)('that %s is the answer', async (_what, judgement) => {
    const { reply, events, cheap } = await askCheap([textReply('Five.'), judgement], true)
    expect(reply?.message.content).toEqual([{ type: 'text', text: 'Five.' }])
    expect(notes(events)).toEqual([])
    expect(cheap.requests).toHaveLength(2)
    expect(shownBy(events)).toBe('Five.')
    expect(events.flatMap((event) => (event.type === 'model-call-completed' ? [event.call.purpose] : []))).toEqual([
      undefined,
      'self-check',
    ])
  })

  it('is judged by its question and answer, and not when it asks for tools', async () => {
    const { cheap } = await askCheap([textReply('Five.'), textReply('9')], true)
    const [asked] = cheap.requests[1]?.messages[0]?.content ?? []
    expect(asked).toMatchObject({
      type: 'text',
      text: expect.stringMatching(/What is the total\?[^]*Five\./) as string,
    })
    const used = await askCheap([toolReply([{ id: 'a', name: 'look', json: '{}' }])], true)
    expect(used.cheap.requests).toHaveLength(1)
    expect(used.reply?.toolUses).toHaveLength(1)
  })
})
