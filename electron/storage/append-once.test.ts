import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, runEvent, type RunEvent } from '../../shared/run-events.ts'
import { spawnNodeWorker } from '../workers/spawn-node-worker.ts'
import type { WorkerHandle } from '../workers/worker.ts'
import { appendOnce } from './append-once.ts'
import { createOperations } from './create-operations.ts'
import { openDatabase } from './open-database.ts'
import { openStorage } from './open-storage.ts'
import type { Storage } from './storage.ts'
import { createStorageFixture, newConversation, shortRun, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
beforeEach(() => void (fixture = createStorageFixture()))
afterEach(() => fixture.remove())

/** When a worker dies under a call: before it sees it, or after its work is on disk but before it could say so. */
type Death = 'before' | 'after'

/** A storage whose worker dies under the calls that are made once `deaths` holds something, one death a call. */
async function openMortal(deaths: (Death | undefined)[]): Promise<Storage> {
  const { storage } = await openStorage({
    spawn: () => mortal(spawnNodeWorker('storage', 'thread'), deaths),
    file: fixture.file,
  })
  return storage
}

function mortal(worker: WorkerHandle, deaths: (Death | undefined)[]): WorkerHandle {
  let isMute = false
  return {
    ...worker,
    post(message) {
      const death = deaths.shift()
      if (death === 'before') return worker.kill()
      isMute = death === 'after'
      worker.post(message)
    },
    onMessage: (listener) => worker.onMessage((message) => (isMute ? worker.kill() : listener(message))),
  }
}

const c1 = 'c1' as ConversationId
const r1 = 'r1' as RunId
const piece = (text: string, messageId = 'r1-reply'): RunEvent =>
  runEvent.parse({ type: 'text-delta', messageId, index: 0, text })

describe('an append', () => {
  test.each<Death>(['before', 'after'])('is stored once when the worker dies %s it was stored', async (death) => {
    const deaths: (Death | undefined)[] = []
    const storage = await openMortal(deaths)
    await storage.conversations.create(newConversation('c1'))
    const events = [...shortRun('c1', 'r1', { question: 'Why?' }), piece('because')]
    deaths.push(death)
    await storage.runs.append(r1, events)
    deaths.push(death)
    await storage.runs.append(r1, [piece(' of this')])
    expect((await storage.conversations.get(c1)).runs).toEqual([foldRunEvents([...events, piece(' of this')])])
    await storage.close()
  })

  test('of the same words twice is two appends', async () => {
    const { storage } = await fixture.open()
    await storage.conversations.create(newConversation('c1'))
    const started = shortRun('c1', 'r1', { question: 'Why?' })
    await storage.runs.append(r1, started)
    for (let time = 0; time < 3; time++) await storage.runs.append(r1, [piece('ha ')])
    const all = [...started, piece('ha '), piece('ha '), piece('ha ')]
    expect((await storage.conversations.get(c1)).runs).toEqual([foldRunEvents(all)])
  })

  test('that three workers died under is given up, and the run goes on with the next', async () => {
    const deaths: (Death | undefined)[] = []
    const storage = await openMortal(deaths)
    await storage.conversations.create(newConversation('c1'))
    const started = shortRun('c1', 'r1', { question: 'Why?' })
    await storage.runs.append(r1, started)
    deaths.push('before', 'before', 'before')
    await expect(storage.runs.append(r1, [piece('lost')])).rejects.toMatchObject({
      code: 'WORKER_DIED',
      retryable: true,
    })
    await storage.runs.append(r1, [piece('kept')])
    expect((await storage.conversations.get(c1)).runs).toEqual([foldRunEvents([...started, piece('kept')])])
    await storage.close()
  })

  test('is neither lost nor doubled whichever deaths it meets, and however many are under way', async () => {
    const { database } = openDatabase(fixture.file)
    const { conversations, runs } = createOperations(database)
    const deaths: (Death | undefined)[] = []
    const append = appendOnce(async (...values) => {
      const death = deaths.shift()
      if (death !== 'before') runs.append(...values)
      if (death !== undefined) throw new AppError('WORKER_DIED', 'It died.')
    })
    let round = 0
    // At most two in a row: at the third an append is given up, which is another test.
    const fate = fc.array(fc.constantFrom<Death>('before', 'after'), { maxLength: 2 })
    const property = fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 8 }), async (fates) => {
      round += 1
      const [conversationId, runId] = [`c${round}` as ConversationId, `r${round}` as RunId]
      conversations.create(newConversation(conversationId))
      const started = shortRun(conversationId, runId, { question: 'Why?' })
      const pieces = fates.slice(1).map((_, index) => piece(`<${index}>`, `${runId}-reply`))
      deaths.push(...fates.flatMap((of) => [...of, undefined]))
      await Promise.all([started, ...pieces.map((event) => [event])].map((batch) => append(runId, batch)))
      expect(deaths).toEqual([])
      expect(runs.get(runId)).toEqual(foldRunEvents([...started, ...pieces]))
    })
    await fc.assert(property, { numRuns: 300 })
    database.close()
  })
})
