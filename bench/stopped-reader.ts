import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { createRunRegistry, type LiveRun } from '../electron/agent/run-registry.ts'
import { readRunEvents } from '../electron/agent/read-run-events.ts'
import { openRunOutbox } from '../electron/ipc/run-outbox.ts'
import { createRunLog } from '../electron/web/api/run-log.ts'
import { sendRunEvents } from '../electron/web/api/send-run-events.ts'
import type { ConversationId, MessageId, RunId } from '../shared/ids.ts'
import { runEvent, type RunEvent } from '../shared/run-events.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { Bench } from './figure.ts'
import { medianWithSpread } from './median.ts'

const deltas = 100_000
const rounds = 3
const messageId = 'msg_1' as MessageId

/** Begins to read a run and stops at once. What it returns lets go of it. */
type StoppedReader = (run: LiveRun) => Promise<() => Promise<void>>

const readers: Readonly<Record<string, StoppedReader>> = {
  'a page that never acknowledges': readAsPage,
  'an iterator that is not asked again': readAsCode,
  'a program that does not read its events over HTTP': readAsProgram,
}

/** What a run costs in memory while somebody follows it who has stopped reading. */
export const stoppedReader: Bench = {
  title: 'Memory with a reader stopped for 100,000 deltas',
  counted: [
    'Growth of the heap and of buffers beside it, after a collection, while the reader is still there. No two of the',
    'deltas join, so that all of them reach each reader one by one. The answer itself, 1 MB of text, is in each figure;',
    'the first line is what the run holds without any reader.',
  ].join('\n'),
  async run() {
    const alone = await measure(async () => async () => {})
    const figures = []
    for (const [name, read] of Object.entries(readers))
      figures.push({ name, unit: 'MB' as const, spread: await measure(read), goalAtMost: 5 })
    return [{ name: 'no reader', unit: 'MB', spread: alone }, ...figures]
  },
}

async function measure(read: StoppedReader) {
  const samples: number[] = []
  for (let round = -1; round < rounds; round++) {
    const grownBy = await growth(read)
    // The first pays for code that is compiled once.
    if (round >= 0) samples.push(grownBy)
  }
  return medianWithSpread(samples)
}

async function growth(read: StoppedReader): Promise<number> {
  const before = usedMegabytes()
  const finish = Promise.withResolvers<void>()
  const { run, spoken } = await startRun(finish.promise)
  const release = await read(run)
  await spoken()
  const grown = usedMegabytes() - before
  finish.resolve()
  await run.ended
  await release()
  return grown
}

/** A run in the app's own registry, kept nowhere. `spoken` has it say everything and resolves once listeners heard it. */
async function startRun(finished: Promise<void>) {
  const registry = createRunRegistry({ append: async () => {} }, (error) => console.error('The run failed:', error))
  const begin = Promise.withResolvers<void>()
  const said = Promise.withResolvers<void>()
  const ids = { runId: 'run_1' as RunId, conversationId: 'conv_1' as ConversationId }
  const run = await registry.start(ids, async (emit) => {
    emit(startedEvent)
    emit({ type: 'message-started', messageId, at: 1 })
    await begin.promise
    await speak(emit)
    said.resolve()
    await finished
    emit({ type: 'run-ended', stop: { kind: 'completed' }, at: 2 })
    return { kind: 'completed' }
  })
  return {
    run,
    spoken: async () => {
      begin.resolve()
      await said.promise
      // V8 keeps a growing text as a tree of its pieces until somebody reads it; that is not what is measured here.
      JSON.stringify(run.state())
      await new Promise((resolve) => setTimeout(resolve, 300))
    },
  }
}

/** As fast as the app can take it, with time for everybody else in between. */
async function speak(emit: (event: RunEvent) => void): Promise<void> {
  for (let n = 0; n < deltas; n++) {
    emit({ type: 'text-delta', messageId, index: n % 2, text: `word${n} ` })
    if (n % 200 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

async function readAsPage(run: LiveRun) {
  const outbox = openRunOutbox(run, (batch) => JSON.stringify(batch))
  return async () => outbox.close()
}

async function readAsCode(run: LiveRun) {
  const iterator = readRunEvents(run)[Symbol.asyncIterator]()
  await iterator.next()
  return async () => void (await iterator.return?.())
}

/** Over a real socket, whose buffers in the system fill up first. */
async function readAsProgram(run: LiveRun) {
  const log = createRunLog()
  run.subscribe((events) => log.append(events))
  const gone = new AbortController()
  const server = createServer((_request, response) => {
    const stream = { runId: run.runId, log, state: () => run.state(), from: 'snapshot' as const, kinds: undefined }
    const options = { signal: gone.signal, heartbeatMs: 15_000 }
    sendRunEvents(response, stream, options).catch((error: unknown) => console.error('The stream failed:', error))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  await once(socket, 'connect')
  socket.pause()
  socket.write('GET / HTTP/1.0\r\n\r\n')
  await once(server, 'request')
  return async () => {
    gone.abort()
    socket.destroy()
    await closed(server)
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function usedMegabytes(): number {
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

const startedEvent = runEvent.parse({
  type: 'run-started',
  runId: 'run_1',
  conversationId: 'conv_1',
  agentId: 'bench',
  modelId: 'bench:model',
  userMessage: { id: 'msg_user', role: 'user', content: [{ type: 'text', text: 'Go on.' }], createdAt: 1 },
  at: 1,
})
