import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ModelMessage } from './ports.ts'
import { buildHistory, historyAfter } from './build-history.ts'
import { fakeTools, isSummaryRequest, textReply, toolReply, type ScriptedReply } from './fakes.ts'
import { goOnText } from './go-on-text.ts'
import { askBehind, longHistory, textsOf } from './long-conversation.fixture.ts'

const summary = textReply('## Open work\nNothing is left.')
const tooLong = new AppError('CONTEXT_TOO_LONG', 'Input is too long for requested model.')
const contextTokens = 10_000
const modelInfo = { contextTokens }

describe('a prompt the service refuses as too long', () => {
  it('is shortened once and sent again', async () => {
    const { stop, requests, state } = await askBehind(longHistory(19, 400), [[tooLong], summary, textReply('Done.')], {
      modelInfo,
    })
    expect(stop).toEqual({ kind: 'completed' })
    expect(state.compactions).toHaveLength(1)
    expect(textsOf(requests[2]!).at(-1)).toBe('And now?')
  })

  it('goes on from what was shown, when an answer broke off and its continuation is what is too long', async () => {
    const half: ScriptedReply = [
      { type: 'text-delta', index: 0, text: 'The first half ' },
      new AppError('MODEL_STREAM_BROKEN', 'Gone.', { retryable: true }),
    ]
    const tools = fakeTools({ read: async () => ({ status: 'success', content: [{ type: 'text', text: 'row' }] }) })
    const history = longHistory(19, 400)
    const replies = [half, [tooLong], summary, toolReply([{ id: 't', name: 'read', json: '{}' }]), textReply('Done.')]
    const { stop, requests, state, given } = await askBehind(history, replies, { modelInfo, tools })
    expect(stop).toEqual({ kind: 'completed' })
    const sent = requests.at(-1)!.messages
    expect(historyAfter(given, state).slice(0, -1)).toEqual(sent)
    expect(sent.at(-2)?.content).toMatchObject([{ text: 'The first half ' }, { type: 'tool-use' }])
  })

  it('ends the run when it is refused again', async () => {
    const { stop, requests } = await askBehind(
      longHistory(19, 400),
      [[tooLong], summary, [tooLong], textReply('No.')],
      {
        modelInfo,
      },
    )
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'CONTEXT_TOO_LONG' } })
    expect(requests).toHaveLength(3)
  })

  it('is shortened for a model that cannot count, which is asked without a look at its limit before', async () => {
    const replies = [[tooLong], summary, textReply('Done.')]
    const { stop, requests } = await askBehind(longHistory(65, 400), replies, { modelInfo, canCount: false })
    expect(stop.kind).toBe('completed')
    expect(requests.map(isSummaryRequest)).toEqual([false, true, false])
  })

  it('ends the run of a model whose limit nobody knows', async () => {
    const { stop, requests } = await askBehind(longHistory(19, 400), [[tooLong], summary, textReply('Done.')])
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'CONTEXT_TOO_LONG' } })
    expect(requests).toHaveLength(1)
  })

  it('ends the run when there is nothing to cut', async () => {
    const { stop, requests } = await askBehind([], [[tooLong]], { modelInfo })
    expect(stop).toMatchObject({ kind: 'failed', error: { message: 'Input is too long for requested model.' } })
    expect(requests).toHaveLength(1)
  })
})

describe('an answer that fills the context', () => {
  const full: ScriptedReply = [
    { type: 'text-delta', index: 0, text: 'The first half ' },
    { type: 'message-stopped', reason: 'context-full' },
  ]

  it('goes on from where it stopped, once earlier messages are summarised', async () => {
    const { stop, state, requests } = await askBehind(
      longHistory(19, 400),
      [full, summary, textReply('and the rest.')],
      {
        modelInfo,
      },
    )
    expect(stop).toEqual({ kind: 'completed' })
    expect(textsOf(requests[2]!).slice(-3)).toEqual(['And now?', 'The first half ', goOnText])
    expect(buildHistory([state]).at(-1)?.content).toEqual([
      { type: 'text', text: 'The first half ' },
      { type: 'text', text: 'and the rest.' },
    ])
  })

  it('ends the run when it fills the context again', async () => {
    const { stop, requests } = await askBehind(longHistory(19, 400), [full, summary, full, summary], { modelInfo })
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'CONTEXT_TOO_LONG' } })
    expect(requests).toHaveLength(3)
  })
})

describe('what cannot be made to fit', () => {
  const giant = 'x'.repeat(12_000)

  it.each<[string, readonly ModelMessage[], Parameters<typeof askBehind>[2], string]>([
    ['one message', longHistory(2, 400), { question: giant }, 'One message takes 12,000.'],
    [
      'what is pinned',
      longHistory(20, 400),
      { pinned: () => [giant] },
      'What is pinned, and kept word for word, takes 12,000.',
    ],
  ])('is refused before anything is sent: %s', async (_name, history, run, sentence) => {
    const { stop, requests } = await askBehind(history, [], { modelInfo: { contextTokens: 8_000 }, ...run })
    expect(requests).toEqual([])
    expect(stop).toMatchObject({
      kind: 'failed',
      error: { code: 'CONTEXT_TOO_LONG', message: expect.stringContaining(sentence), hint: expect.any(String) },
    })
  })

  it('is sent all the same while it fits, rather than summarising again and again for little', async () => {
    const { stop, requests } = await askBehind(longHistory(1, 400), [textReply('Done.')], {
      modelInfo,
      question: 'x'.repeat(9_000),
    })
    expect([stop.kind, requests.length]).toEqual(['completed', 1])
  })
})

describe('a summary that fails', () => {
  const history = longHistory(20, 400)

  it.each<[string, ScriptedReply, string, number]>([
    [
      'refused',
      [new AppError('MODEL_REJECTED_REQUEST', 'Not allowed.', { hint: 'Ask the owner.' })],
      'Not allowed.',
      1,
    ],
    ['blank each time', textReply(' \n'), 'The model wrote no summary.', 3],
  ])('ends the run with what happened: %s', async (_name, failing, sentence, calls) => {
    const { stop, requests, state } = await askBehind(history, [failing, failing, failing], { modelInfo })
    expect(stop).toMatchObject({
      kind: 'failed',
      error: { code: 'CONTEXT_TOO_LONG', message: expect.stringContaining(sentence), hint: expect.any(String) },
    })
    expect([requests.length, state.compactions]).toEqual([calls, undefined])
  })

  it('is asked for again when the model called a tool instead', async () => {
    const tool = toolReply([{ id: 't', name: 'read', json: '{}' }])
    const { stop, state } = await askBehind(history, [tool, summary, textReply('Done.')], { modelInfo })
    expect([stop.kind, state.compactions?.length, state.tools]).toEqual(['completed', 1, {}])
  })

  it('is no failure when the person stopped it', async () => {
    const controller = new AbortController()
    const running = askBehind(history, [['wait-for-abort']], { modelInfo, controller })
    setImmediate(() => controller.abort())
    expect((await running).stop).toEqual({ kind: 'cancelled' })
  })
})

describe('a summary the person asks for', () => {
  const byHand = { question: '', task: 'compact' } as const

  it('is made at once, however much room there is, and ends the run', async () => {
    const { stop, state, requests } = await askBehind(longHistory(12, 400), [summary], { ...byHand, modelInfo })
    expect(stop).toEqual({ kind: 'completed' })
    expect([requests.length, state.compactions?.length, state.messages.length]).toEqual([1, 1, 1])
    expect(buildHistory([state])).toEqual([])
  })

  it('is made for a model whose limit nobody knows', async () => {
    const { stop } = await askBehind(longHistory(12, 400), [summary], byHand)
    expect(stop).toEqual({ kind: 'completed' })
  })

  it.each<[string, readonly ModelMessage[], object]>([
    ['nothing was said', [], modelInfo],
    ['there is little before the last question', longHistory(1, 400), modelInfo],
    ['the model does not write any', longHistory(12, 400), { provider: 'offline' }],
  ])('is refused when %s', async (_name, history, info) => {
    const { stop, requests } = await askBehind(history, [summary], { ...byHand, modelInfo: info })
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'INVALID_REQUEST', hint: expect.any(String) } })
    expect(requests).toEqual([])
  })

  it('fails as the model fails: nothing else depends on it', async () => {
    const expired = new AppError('CREDENTIALS_EXPIRED', 'Sign in again.')
    const { stop } = await askBehind(longHistory(12, 400), [[expired]], { ...byHand, modelInfo })
    expect(stop).toMatchObject({ kind: 'failed', error: { code: 'CREDENTIALS_EXPIRED' } })
  })
})
