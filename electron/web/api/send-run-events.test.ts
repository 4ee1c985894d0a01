import fc from 'fast-check'
import { once } from 'node:events'
import { createServer, get, IncomingMessage, ServerResponse, type Server } from 'node:http'
import { connect, Socket, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ToolUseId } from '../../../shared/ids.ts'
import type { RunEvent } from '../../../shared/run-events.ts'
import type { ToolOutcome } from '../../../shared/tool-results.ts'
import {
  driveRun,
  endedEvent,
  messageStarted,
  say,
  startedEvent,
  type DrivenRun,
} from '../../agent/driven-run.fixture.ts'
import { arbitraryRunEvents } from '../../agent/run-events.fixture.ts'
import { parseEventKinds } from './event-kinds.ts'
import { foldReceived, receiveEvents } from './received-events.fixture.ts'
import { resumeFrom } from './resume-from.ts'
import { createRunLog, type RunLog } from './run-log.ts'
import { sendRunEvents } from './send-run-events.ts'

/** One run on a real server: `GET /?events=…` follows it. */
let server: Server
let followed: { readonly run: DrivenRun; readonly log: RunLog }
let responses: ServerResponse[]
/** Settles when a response is done with, whoever ended it. */
let answers: Promise<void>[]
let heartbeatMs: number
let signOut: AbortController

beforeEach(async () => {
  responses = []
  answers = []
  heartbeatMs = 60_000
  signOut = new AbortController()
  server = createServer((request, response) => {
    responses.push(response)
    answers.push(answer(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await Promise.all(answers)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { run, log } = followed
  const { runId } = run
  const lastEventId = request.headers['last-event-id']?.toString()
  const isOver = run.state().stop !== null
  const from = resumeFrom(lastEventId, { runId, newest: log.newest(), isOver })
  if (from === 'end') return void response.writeHead(204).end()
  const kinds = parseEventKinds(new URL(request.url ?? '/', 'http://x').searchParams.get('events') ?? undefined)
  const stream = { runId, log, state: () => run.state(), from, kinds }
  await sendRunEvents(response, stream, { signal: signOut.signal, heartbeatMs })
}

function follow(run: DrivenRun): void {
  const log = createRunLog()
  run.subscribe((events) => log.append(events))
  followed = { run, log }
}

const noOutcome: ToolOutcome = { status: 'success', content: [] }

const address = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })

function ask(path = '/', lastEventId?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
    get({ ...address(), path, headers, agent: false }, resolve).on('error', reject)
  })
}

async function readAll(path = '/', lastEventId?: string) {
  const received = receiveEvents()
  const response = await ask(path, lastEventId)
  response.setEncoding('utf8')
  for await (const text of response) received.take(text as string)
  return received
}

/** Lets the server and the socket do what they can do now. */
async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
}

describe('sendRunEvents', () => {
  it('loses and doubles nothing, wherever the connection is cut and however much happened meanwhile', async () => {
    const burst = (id: number): RunEvent[] => [
      messageStarted(`msg_b${id}`),
      ...Array.from({ length: 2_500 }, (_, n) => say('é', n % 2, `msg_b${id}`)),
    ]
    const cut = fc.record({ happens: fc.nat({ max: 6 }), bytes: fc.nat({ max: 3_000 }), bursts: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(arbitraryRunEvents, fc.array(cut, { maxLength: 5 }), async (all, cuts) => {
        const later = all.slice(1).filter(({ type }) => type !== 'run-ended')
        follow(driveRun([startedEvent]))
        const { run } = followed
        const received = receiveEvents()
        for (const [index, { happens, bytes, bursts }] of cuts.entries()) {
          const response = await ask('/', received.lastEventId())
          run.happen(...later.splice(0, happens), ...(bursts && index === 1 ? burst(index) : []))
          await takeBytes(response, bytes, received)
          run.happen(...later.splice(0, happens))
        }
        run.happen(...later, endedEvent)
        const rest = await readAll('/', received.lastEventId())
        expect(foldReceived([...received.events, ...rest.events])).toEqual(run.state())
        expect(rest.lastEventId()).toBe('run_1:end')
      }),
      { numRuns: 150 },
    )
  })

  /** Reads so many bytes of what is there and drops the connection: what came after them never arrived. */
  async function takeBytes(response: IncomingMessage, bytes: number, received: ReturnType<typeof receiveEvents>) {
    const chunks: Buffer[] = []
    response.on('error', () => {})
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    await settle()
    response.destroy()
    const arrived = Buffer.concat(chunks).subarray(0, bytes)
    received.take(new TextDecoder('utf-8', { fatal: false }).decode(arrived, { stream: true }))
    received.cut()
  }

  it('goes on after the last event with exactly what was missed', async () => {
    follow(driveRun([startedEvent]))
    const { run } = followed
    run.happen(messageStarted('msg_1'), say('one'), say('two'), say('three'), say('four', 1))
    const late: RunEvent = {
      type: 'tool-refreshed',
      toolUseId: 'x' as ToolUseId,
      outcome: noOutcome,
      durationMs: 1,
      at: 100,
    }
    run.happen(endedEvent, late)
    expect((await readAll('/', 'run_1:2')).events).toEqual([
      // Two that came together are one event, and have the number of the second.
      { id: 'run_1:4', name: 'text-delta', data: say('twothree') },
      { id: 'run_1:5', name: 'text-delta', data: say('four', 1) },
      { id: 'run_1:end', name: 'run-ended', data: endedEvent },
    ])
    expect((await ask('/', 'run_1:end')).statusCode).toBe(204)
  })

  it('begins with the whole run where nobody knows what the reader has', async () => {
    follow(driveRun([startedEvent, messageStarted('msg_1'), say('So far')]))
    const { run } = followed
    const reading = readAll()
    await settle()
    const before = run.state()
    run.happen(say(', and on'), endedEvent)
    const { events } = await reading
    expect(events.map(({ id, name }) => [id, name])).toEqual([
      ['run_1:0', 'snapshot'],
      ['run_1:1', 'text-delta'],
      ['run_1:end', 'run-ended'],
    ])
    expect(events[0]?.data).toEqual(before)
    const again = await readAll()
    expect(again.events.map(({ name }) => name)).toEqual(['snapshot', 'run-ended'])
    expect(foldReceived(again.events)).toEqual(run.state())
  })

  it('sends only the kinds that were asked for, and does not call a reader late for the others', async () => {
    follow(driveRun([startedEvent, messageStarted('msg_1')]))
    const { run } = followed
    const reading = readAll('/?events=text-delta')
    await settle()
    for (let n = 0; n < 10; n++) {
      run.happen(
        ...Array.from({ length: 1_500 }, (): RunEvent => ({ type: 'tool-started', toolUseId: 'x' as never, at: n })),
      )
      await settle()
    }
    run.happen(say('The answer'), endedEvent)
    expect((await reading).events.map(({ name }) => name)).toEqual(['snapshot', 'text-delta', 'run-ended'])
  })

  it('costs a bounded amount for a reader that never reads, and heals it with the whole run once it does', async () => {
    follow(driveRun([startedEvent, messageStarted('msg_1')]))
    const { run } = followed
    const uses = ['a', 'b'] as unknown as readonly ToolUseId[]
    for (const [index, toolUseId] of uses.entries())
      run.happen(
        { type: 'tool-use-started', messageId: 'msg_1' as never, index, toolUseId, name: 'x' },
        { type: 'tool-started', toolUseId, at: 1 },
      )
    const received = receiveEvents()
    const reader = await stoppedReader((text) => received.take(text))
    for (let n = 0; n < 100_000; n++) {
      const toolUseId = uses[n % 2]!
      run.happen({ type: 'tool-progress', toolUseId, progress: { message: `${n} ${'x'.repeat(1000)}` } })
      if (n % 500 === 0) await settle()
    }
    expect(responses[0]!.writableLength).toBeLessThan(100_000)
    run.happen(endedEvent)
    await reader.readOn()
    expect(received.events.filter(({ name }) => name === 'snapshot')).toHaveLength(2)
    expect(foldReceived(received.events)).toEqual(run.state())
  })

  it('is done with a reader that had stopped as soon as it leaves, and the run goes on', async () => {
    follow(driveRun([startedEvent, messageStarted('msg_1')]))
    const { run } = followed
    const reader = await stoppedReader(() => {})
    for (let n = 0; n < 40; n++) {
      run.happen(say('x'.repeat(900_000), n))
      await settle()
    }
    expect(responses[0]!.writableNeedDrain).toBe(true)
    reader.socket.destroy()
    await answers[0]
    expect(run.state().stop).toBeNull()
  })

  it('is done at once with a reader that left before the first word', async () => {
    follow(driveRun([startedEvent]))
    const { run, log } = followed
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    response.destroy()
    await once(response, 'close')
    let readers = 0
    const watched: RunLog = {
      ...log,
      onAppend(listener) {
        const stop = log.onAppend(listener)
        readers++
        return () => {
          readers--
          stop()
        }
      },
    }
    const stream = {
      runId: run.runId,
      log: watched,
      state: () => run.state(),
      from: 'snapshot',
      kinds: undefined,
    } as const
    await sendRunEvents(response, stream, { signal: signOut.signal, heartbeatMs })
    expect(readers).toBe(0)
  })

  it('shows that it lives while nothing happens', async () => {
    heartbeatMs = 1
    follow(driveRun([startedEvent]))
    const received = receiveEvents()
    const response = await ask()
    response.setEncoding('utf8')
    for await (const text of response) {
      received.take(text as string)
      if (received.comments.filter((comment) => comment.startsWith(': ')).length >= 3) break
    }
    expect(received.events.map(({ name }) => name)).toEqual(['snapshot'])
  })

  it('cuts off a reader that was signed out', async () => {
    follow(driveRun([startedEvent]))
    const reading = readAll()
    await settle()
    signOut.abort()
    await expect(reading).rejects.toThrow('aborted')
  })
})

/** Asks and takes nothing from its socket until it is told to read on. */
async function stoppedReader(
  take: (text: string) => void,
): Promise<{ readonly socket: Socket; readOn(): Promise<void> }> {
  const socket = connect(address())
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.pause()
  socket.write('GET / HTTP/1.0\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => server.once('request', resolve))
  return {
    socket,
    async readOn() {
      let isHead = true
      socket.setEncoding('utf8')
      for await (const text of socket) {
        take(isHead ? (text as string).slice((text as string).indexOf('\r\n\r\n') + 4) : (text as string))
        isHead = false
      }
    },
  }
}
