import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { Fault } from '../../e2e/bedrock-emulator/fault.ts'
import type { MessageId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import { startClock } from '../app/start-clock.ts'
import { createBedrockModel } from '../models/bedrock/bedrock-model.ts'
import { keepConnections } from '../models/bedrock/kept-connections.ts'
import { findModel } from '../models/catalog.ts'
import { countingMessageIds, fakeClock, patientPerson, recordEvents, testScope, testSystem, testTurn } from './fakes.ts'
import { createRunRegistry } from './run-registry.ts'
import { streamReply } from './stream-reply.ts'

/* The same promises, kept with the real AWS client over a socket. */

let emulator: Emulator
const connections = keepConnections()
const keys = JSON.stringify({ accessKeyId: 'AKIDEXAMPLE0001', secretAccessKey: 'secret' })
const secrets = {
  keptIn: 'memory',
  get: () => Promise.resolve(keys),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
} as const

beforeAll(async () => {
  emulator = await startEmulator()
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = emulator.address
})
afterEach(() => emulator.reset())
afterAll(async () => {
  connections.close()
  await emulator.close()
})

function modelIn(region: string, stallTimeoutMs: number) {
  return createBedrockModel({ region, auth: { kind: 'keys' }, secrets, connections, stallTimeoutMs })
}

async function ask(id: string, { otherRegion }: { readonly otherRegion?: string } = {}) {
  const modelInfo = findModel(id, 'us-east-1')
  if (modelInfo === undefined) throw new Error(`The catalog lacks ${id}.`)
  const { events, emit } = recordEvents()
  const clock = fakeClock()
  const alternatives =
    otherRegion === undefined ? [] : [{ modelInfo, model: modelIn(otherRegion, 500), label: otherRegion }]
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] as const
  const reply = await streamReply(
    {
      scope: testScope(),
      turn: testTurn(modelIn('us-east-1', 500), { modelInfo, alternatives }),
      request: { system: testSystem, messages, tools: [] },
      usedToolIds: new Set(),
    },
    { clock, emit, newMessageId: countingMessageIds(), ...patientPerson },
  )
  return { reply, events, clock }
}

const kindsOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'run-noted' ? [event.note.kind] : []))

const thinksFirst = 'us.anthropic.claude-sonnet-5-5'
const takesBeginning = 'amazon.nova-pro-v1:0'
const story =
  'The north sold 1,204 units. The south sold 987 units, fewer than in any month before. The west sold none.'
const shownBeforeFault = 'The north sold 1,204 units. The south sold'.length

const faults: readonly Fault['kind'][] = [
  'cut-connection',
  'reset-stream',
  'no-message-stop',
  'stall',
  'bad-checksum',
  'truncated-frame',
]

it.each(faults)('%s in the middle of an answer loses no character and doubles none', async (kind) => {
  emulator.script([
    [{ text: story, chunkSize: 3 }],
    // The model starts its unfinished sentence over.
    [{ text: story.slice(story.indexOf('The south')), chunkSize: 4 }],
  ])
  emulator.fault({ kind, afterDeltas: shownBeforeFault / 3 } as Fault)
  const { reply, events } = await ask(thinksFirst)
  expect(reply.message.content).toEqual([{ type: 'text', text: story }])
  expect(kindsOf(events)).toEqual(['resumed'])
})

it('a model that takes a beginning is given it without its last blank, and goes on', async () => {
  emulator.script([[{ text: 'One two three.', chunkSize: 1 }], [{ text: ' two three.' }]])
  emulator.fault({ kind: 'mid-stream-exception', exception: 'throttlingException', afterDeltas: 4 })
  const { reply, events, clock } = await ask(takesBeginning)
  expect(reply.message.content).toEqual([{ type: 'text', text: 'One two three.' }])
  expect(kindsOf(events)).toEqual(['resumed'])
  expect(clock.sleeps).toEqual([500])
  expect(emulator.requests[1]?.body).toMatchObject({
    messages: [{ role: 'user' }, { role: 'assistant', content: [{ text: 'One' }] }],
  })
})

it('waits as long as a throttling service asks', async () => {
  emulator.script([{ text: 'Hi.' }])
  emulator.fault({ kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 7 })
  const { reply, clock } = await ask(takesBeginning)
  expect(clock.sleeps).toEqual([7_000])
  expect(reply.message.content).toEqual([{ type: 'text', text: 'Hi.' }])
})

it('goes to another region when the first one stays down', async () => {
  emulator.script([{ text: 'Hi.' }])
  emulator.fault({ kind: 'http-error', error: 'ServiceUnavailableException', region: 'us-east-1', times: 99 })
  const { reply, events } = await ask(takesBeginning, { otherRegion: 'us-west-2' })
  expect(reply.message.content).toEqual([{ type: 'text', text: 'Hi.' }])
  expect(kindsOf(events)).toEqual(['failover'])
  // As often as planned: the client under it repeats nothing by itself.
  expect(emulator.requests).toHaveLength(5)
})

it('tries again at once when a person does not want to wait', async () => {
  emulator.script([{ text: 'Hi.' }])
  emulator.fault({ kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 60 })
  const registry = createRunRegistry({ append: async () => {} }, () => {})
  const { runId, conversationId, agentId, agentName } = testScope()
  const modelInfo = findModel(takesBeginning, 'us-east-1')
  const live = await registry.start({ runId, conversationId }, async (emit, controls) => {
    const clock = startClock()
    const at = clock.now()
    emit({ type: 'run-started', runId, conversationId, agentId, modelId: modelInfo!.id, userMessage, at })
    await streamReply(
      {
        scope: { runId, conversationId, agentId, agentName, signal: controls.signal },
        turn: testTurn(modelIn('us-east-1', 5_000), { modelInfo: modelInfo! }),
        request: { system: testSystem, messages: [userMessage], tools: [] },
        usedToolIds: new Set(),
      },
      { clock, emit, newMessageId: countingMessageIds(), random: Math.random, ...controls },
    )
    emit({ type: 'run-ended', stop: { kind: 'completed' }, at })
    return { kind: 'completed' }
  })
  live.subscribe(() => live.retryNow(), { kinds: new Set(['retry-scheduled']) })
  expect(await live.ended).toEqual({ kind: 'completed' })
  expect(live.state()).toMatchObject({ retry: null, messages: [{}, { content: [{ type: 'text', text: 'Hi.' }] }] })
})

const userMessage: Message = {
  id: 'msg_0' as MessageId,
  role: 'user',
  content: [{ type: 'text', text: 'Hello' }],
  createdAt: 0,
}
