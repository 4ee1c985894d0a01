import { expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { askSilently } from './ask-silently.ts'
import {
  fakeClock,
  patientPerson,
  recordEvents,
  scriptedModel,
  testSystem,
  testTurn,
  textReply,
  type ScriptedReply,
} from './fakes.ts'

const unavailable = new AppError('MODEL_UNAVAILABLE', 'It failed.', { retryable: true })

async function ask(replies: readonly ScriptedReply[], purpose: 'compaction' | 'self-check') {
  const { events, emit } = recordEvents()
  const model = scriptedModel(replies)
  const turn = testTurn(model)
  const request = { system: testSystem, messages: [], tools: [] }
  const { signal } = new AbortController()
  const answer = await askSilently(
    { turn, request, purpose, signal },
    { clock: fakeClock(), emit, ...patientPerson },
  ).catch((error: unknown) => error)
  return { answer, types: events.map(({ type }) => type), model }
}

it('answers with the text alone and puts no message into the chat', async () => {
  const thinking: ScriptedReply = [{ type: 'reasoning-delta', index: 0, text: 'Hm.' }, ...textReply('In short.')]
  const { answer, types } = await ask([thinking], 'compaction')
  expect(answer).toBe('In short.')
  expect(types).toEqual(['model-call-started', 'model-call-completed'])
})

it('begins anew after a failure, with nothing of the broken text', async () => {
  const { answer, types } = await ask(
    [[{ type: 'text-delta', index: 0, text: 'In sh' }, unavailable], textReply('In short.')],
    'compaction',
  )
  expect(answer).toBe('In short.')
  expect(types).toContain('retry-scheduled')
})

it('lets no answer wait for a second try of its own judgement', async () => {
  const { answer, model } = await ask([[unavailable], textReply('9')], 'self-check')
  expect(answer).toBe(unavailable)
  expect(model.requests).toHaveLength(1)
})
