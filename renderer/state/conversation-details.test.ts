import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { RequestEnvelope } from '../../shared/ipc/contract.ts'
import {
  adoptNewChatInference,
  pinMessage,
  selectInference,
  setInference,
  useConversationDetails,
  withPin,
  type ConversationDetails,
} from './conversation-details.ts'

const id = 'c' as ConversationId
const details: ConversationDetails = { inference: { temperature: 0.2 }, pinned: ['a' as MessageId] }
const refusal = { ok: false, error: { code: 'INVALID_REQUEST', message: 'No.', retryable: false } }

/** What arrived at the host, each with the way to answer it. */
let asked: { readonly envelope: RequestEnvelope; readonly answer: (reply: unknown) => void }[] = []
vi.stubGlobal('window', {
  bedrockAnalyst: {
    request: (envelope: RequestEnvelope) => new Promise((answer) => asked.push({ envelope, answer })),
    onPush: () => () => {},
  },
})

function inference(of: ConversationId | null = id): InferenceSettings {
  return selectInference(of)(useConversationDetails.getState())
}

beforeEach(() => {
  asked = []
  useConversationDetails.setState({ byConversation: { [id]: details } })
})

describe('setInference', () => {
  it('is shown at once, and then as the host made it', async () => {
    const change = setInference(id, { temperature: 0.5 })
    expect(inference()).toEqual({ temperature: 0.5 })
    asked[0]?.answer({ ok: true, value: { inference: { temperature: 0.4 } } })
    await change
    expect(inference()).toEqual({ temperature: 0.4 })
  })

  it('is taken back when the host refuses', async () => {
    const change = setInference(id, { temperature: 0.5 })
    asked[0]?.answer(refusal)
    await expect(change).rejects.toThrow('No.')
    expect(inference()).toEqual({ temperature: 0.2 })
  })

  it('lets no earlier answer undo a later change', async () => {
    const first = setInference(id, { temperature: 0.5 })
    const second = setInference(id, { temperature: 0.5, topP: 0.9 })
    asked[0]?.answer(refusal)
    await expect(first).rejects.toThrow('No.')
    expect(inference()).toEqual({ temperature: 0.5, topP: 0.9 })
    asked[1]?.answer({ ok: true, value: { inference: { temperature: 0.5, topP: 0.9 } } })
    await second
    expect(inference()).toEqual({ temperature: 0.5, topP: 0.9 })
  })

  it('keeps the wish of a new chat, and hands it to the conversation it becomes', async () => {
    const made = 'made' as ConversationId
    await setInference(null, { effort: 'low' })
    expect(asked).toEqual([])
    const adopted = adoptNewChatInference(made)
    expect(asked[0]?.envelope).toEqual({
      name: 'conversation.configure',
      input: { conversationId: made, inference: { effort: 'low' } },
    })
    asked[0]?.answer({ ok: true, value: { inference: { effort: 'low' } } })
    await adopted
    expect(inference(made)).toEqual({ effort: 'low' })
    expect(inference(null)).toEqual({})
  })
})

describe('pinMessage', () => {
  it('is shown at once, and taken back when the host refuses', async () => {
    const pin = pinMessage(id, { messageId: 'b' as MessageId, isPinned: true })
    expect(useConversationDetails.getState().byConversation[id]?.pinned).toEqual(['a', 'b'])
    asked[0]?.answer(refusal)
    await expect(pin).rejects.toThrow('No.')
    expect(useConversationDetails.getState().byConversation[id]?.pinned).toEqual(['a'])
  })
})

describe('withPin', () => {
  it('adds and takes away a message, and leaves the settings alone', () => {
    const messageId = 'b' as MessageId
    const pinned = withPin(details, { messageId, isPinned: true })
    expect(pinned).toEqual({ inference: { temperature: 0.2 }, pinned: ['a', 'b'] })
    expect(withPin(pinned, { messageId, isPinned: false })).toEqual(details)
  })

  it('holds each message once, whatever is said how often', () => {
    const step = fc.record({ messageId: fc.constantFrom('a', 'b', 'c'), isPinned: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { pinned } = steps.reduce(
          (now, one) => withPin(now, { ...one, messageId: one.messageId as MessageId }),
          details,
        )
        const last = new Map([['a', true], ...steps.map((one) => [one.messageId, one.isPinned] as const)])
        const expected = [...last].filter(([, isPinned]) => isPinned).map(([messageId]) => messageId)
        expect(pinned.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })
})
