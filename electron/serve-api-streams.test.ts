import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunState } from '../shared/run-events.ts'
import { startApiProgram, type ApiProgram } from './testing/api-program.ts'
import { foldReceived, receiveEvents, type ReceivedEvent } from './web/api/received-events.fixture.ts'

let program: ApiProgram

beforeAll(async () => {
  program = await startApiProgram()
})

beforeEach(() => program.emulator.reset())

afterAll(() => program.close())

type Received = ReturnType<typeof receiveEvents>

/** Reads a stream until it ends, or until it has heard enough and leaves. */
async function readEvents(response: Response, isEnough: (received: Received) => boolean = () => false) {
  const received = receiveEvents()
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    received.take(decoder.decode(chunk, { stream: true }))
    if (isEnough(received)) break
  }
  return received.events
}

function answerOf(run: RunState | undefined): string {
  const blocks = run?.messages.slice(1).flatMap(({ content }) => content) ?? []
  return blocks.map((block) => (block.type === 'text' ? block.text : '')).join('')
}

const textOf = (events: readonly ReceivedEvent[]) =>
  events.map(({ data }) => (data as { readonly text?: string }).text ?? '').join('')

const hasText = ({ events }: Received) => events.some(({ name }) => name === 'text-delta')

/** An answer that takes a while to stream. */
const words = Array.from({ length: 200 }, (_, n) => `wörd${n} `).join('')

function scriptSlowAnswer(): void {
  program.emulator.configure({ perDeltaDelayMs: 3 })
  program.emulator.script([{ text: words, chunkSize: 7 }])
}

describe('a run over HTTP', () => {
  it('streams from its first event, and is the same for everybody', async () => {
    program.emulator.script([{ text: 'Hello there.', chunkSize: 3 }])
    const response = await program.ask('/v1/runs', { body: { text: 'Hi' } })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    const location = response.headers.get('location') ?? ''
    const events = await readEvents(response)
    const run = foldReceived(events)!
    expect(location).toBe(`/v1/runs/${run.runId}`)
    expect(events[0]).toMatchObject({ id: `${run.runId}:1`, name: 'run-started' })
    expect(events.at(-1)).toMatchObject({ id: `${run.runId}:end`, name: 'run-ended' })
    expect(answerOf(run)).toBe('Hello there.')

    const page = await program.connectPage()
    expect((await page.get('conversation.get', run)).runs).toEqual([run])
    page.close()
    expect(await program.get(location)).toEqual(run)
    expect(foldReceived(await readEvents(await program.ask(`${location}/events`)))).toEqual(run)
    expect(await program.get(`/v1/conversations/${run.conversationId}`)).toMatchObject({ runs: [run] })
    expect(await program.get('/v1/runs?limit=1')).toEqual({
      runs: [{ runId: run.runId, conversationId: run.conversationId, startedAt: run.startedAt, endedAt: run.endedAt }],
    })
  })

  it('is answered whole where that is asked for, and goes on in the same conversation', async () => {
    program.emulator.script([[{ text: 'One.' }], [{ text: 'Two.' }]])
    const first = await program.get<RunState>('/v1/runs?stream=false', { body: { text: 'Horses' } })
    const { conversationId } = first
    const attachments = [{ name: 'a.txt', mediaType: 'text/plain', base64: 'aGk=' }]
    const body = { text: 'Second', conversationId, attachments }
    const second = await program.get<RunState>('/v1/runs', { body, headers: { accept: 'application/json' } })
    expect([first, second].map(answerOf)).toEqual(['One.', 'Two.'])
    const attached = { name: 'a.txt', path: 'attachments/a.txt', bytes: 2 }
    expect(second.messages[0]?.content).toMatchObject([attached, { text: 'Second' }])
    expect(await program.get('/v1/conversations?search=Horses')).toMatchObject({
      conversations: [{ id: conversationId, title: 'Horses' }],
    })
  })

  it('sends the kinds that were asked for, and names them when one does not exist', async () => {
    program.emulator.script([{ text: 'Hello there.', chunkSize: 3 }])
    const events = await readEvents(await program.ask('/v1/runs?events=text-delta', { body: { text: 'Hi' } }))
    expect([...new Set(events.map(({ name }) => name))]).toEqual(['run-started', 'text-delta', 'run-ended'])
    expect(textOf(events)).toBe('Hello there.')
    const refused = await program.refusal('/v1/runs?events=text-delta,tool-finished', { body: { text: 'Hi' } })
    expect(refused).toMatchObject({ status: 400, error: { code: 'INVALID_REQUEST' } })
    expect(refused.error.message).toContain('tool-finished')
    expect(refused.error.hint).toContain('tool-completed')
    expect(program.emulator.requests).toHaveLength(1)
  })

  it('goes on after a cut, time and again, while the agent works on', async () => {
    scriptSlowAnswer()
    const first = await program.ask('/v1/runs', { body: { text: 'Write' } })
    const location = first.headers.get('location') ?? ''
    const events = await readEvents(first, (heard) => heard.events.length > 5)
    for (let cuts = 1; events.at(-1)?.name !== 'run-ended'; cuts++) {
      const headers = { 'last-event-id': events.at(-1)?.id ?? '' }
      const response = await program.ask(`${location}/events`, { headers })
      events.push(...(await readEvents(response, (heard) => heard.events.length > cuts)))
    }
    expect(events.some(({ name }) => name === 'snapshot')).toBe(false)
    expect(textOf(events)).toBe(words)
    expect(foldReceived(events)).toEqual(await program.get(location))
    const headers = { 'last-event-id': events.at(-1)?.id ?? '' }
    expect((await program.ask(`${location}/events`, { headers })).status).toBe(204)
  })

  it('does not stop when its reader leaves', async () => {
    scriptSlowAnswer()
    const left = await program.ask('/v1/runs', { body: { text: 'Write' } })
    await readEvents(left, hasText)
    const events = await readEvents(await program.ask(`${left.headers.get('location')}/events`))
    expect(answerOf(foldReceived(events))).toBe(words)
  })

  it('stops when it is told to, and keeps what it said', async () => {
    scriptSlowAnswer()
    const response = await program.ask('/v1/runs', { body: { text: 'Write' } })
    const location = response.headers.get('location') ?? ''
    await readEvents(response, hasText)
    const run = await program.get<RunState>(`${location}/cancel`, { method: 'POST' })
    expect(run.stop).toEqual({ kind: 'cancelled' })
    expect(answerOf(run)).not.toBe('')
    expect(words.startsWith(answerOf(run))).toBe(true)
    expect(await program.get(`${location}/cancel`, { method: 'POST' })).toEqual(run)
    expect(await program.get(`${location}/retry-now`, { method: 'POST' })).toEqual(run)
  })

  it('does not wait for its next try when it is told not to', async () => {
    // Longer than this test may take.
    program.emulator.fault({ kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 50 })
    program.emulator.script([{ text: 'At last.' }])
    const response = await program.ask('/v1/runs', { body: { text: 'Hi' } })
    const location = response.headers.get('location') ?? ''
    const received = receiveEvents()
    let isWaiting = true
    for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
      received.take(text)
      if (!isWaiting || !received.events.some(({ name }) => name === 'retry-scheduled')) continue
      isWaiting = false
      expect(await program.get(`${location}/retry-now`, { method: 'POST' })).toMatchObject({ stop: null })
    }
    expect(answerOf(foldReceived(received.events))).toBe('At last.')
  })

  it('is not resumed after an event of another run', async () => {
    program.emulator.script([[{ text: 'One.' }], [{ text: 'Two.' }]])
    const one = await program.get<RunState>('/v1/runs?stream=false', { body: { text: '1' } })
    const two = await program.get<RunState>('/v1/runs?stream=false', { body: { text: '2' } })
    for (const id of [`${two.runId}:1`, 'garbage', `${one.runId}:x`]) {
      const headers = { 'last-event-id': id }
      const refused = await program.refusal(`/v1/runs/${one.runId}/events`, { headers })
      expect(refused).toMatchObject({ status: 400, error: { code: 'INVALID_REQUEST' } })
      expect(refused.error.hint).toContain('snapshot')
    }
  })
})
