import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldRunEvents, type RunEvent, type RunState } from '../../shared/run-events.ts'
import { driveRun, endedEvent, messageStarted, say, startedEvent } from './driven-run.fixture.ts'
import { readRunEvents } from './read-run-events.ts'
import { arbitraryRunEvents } from './run-events.fixture.ts'

function runWithText(...words: readonly string[]) {
  return driveRun([startedEvent, messageStarted('msg_1'), ...words.map((word) => say(word))])
}

/** What a reader makes of what it read: everything since the last start. */
function foldSinceStart(events: readonly RunEvent[]): RunState | undefined {
  return foldRunEvents(events.slice(events.findLastIndex(({ type }) => type === 'run-started')))
}

/** More events than a reader may leave waiting: no two of them merge. */
const burstOf = (id: string) => Array.from({ length: 600 }, (_, n) => say('x', n % 2, id))

async function readAll(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const read: RunEvent[] = []
  for await (const event of events) read.push(event)
  return read
}

describe('readRunEvents', () => {
  it('folds to the run’s state, whenever it begins, however slowly it reads and however far it falls behind', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.constant('event' as const) },
      { weight: 3, arbitrary: fc.constant('unheard' as const) },
      { weight: 5, arbitrary: fc.constant('read' as const) },
      { weight: 1, arbitrary: fc.constant('burst' as const) },
    )
    await fc.assert(
      fc.asyncProperty(arbitraryRunEvents, fc.nat(), fc.array(step, { maxLength: 80 }), async (all, from, steps) => {
        const events = all.filter(({ type }) => type !== 'run-ended')
        const before = 1 + (from % events.length)
        const run = driveRun(events.slice(0, before))
        const later = events.slice(before)
        const iterator = readRunEvents(run)[Symbol.asyncIterator]()
        const reads: Promise<IteratorResult<RunEvent>>[] = []
        for (const [index, action] of steps.entries())
          if (action === 'read') reads.push(iterator.next())
          else if (action === 'burst') run.happen(messageStarted(`msg_b${index}`), ...burstOf(`msg_b${index}`))
          else if (action === 'event') run.happen(...later.splice(0, 1))
          else run.happenUnheard(...later.splice(0, 1))
        run.happen(...later, endedEvent)
        const early = await Promise.all(reads)
        const rest = await readAll({ [Symbol.asyncIterator]: () => iterator })
        const read = [...early.flatMap((result) => (result.done === true ? [] : [result.value])), ...rest]
        expect(foldSinceStart(read)).toEqual(run.state())
        expect(run.listenerCount()).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('merges what came while nobody read', async () => {
    const run = runWithText()
    const iterator = readRunEvents(run)[Symbol.asyncIterator]()
    await iterator.next()
    await iterator.next()
    const waitingRead = iterator.next()
    run.happen(say('one'))
    expect(await waitingRead).toEqual({ done: false, value: say('one') })
    run.happen(say(' two'))
    run.happen(say(' three'))
    expect(await iterator.next()).toEqual({ done: false, value: say(' two three') })
  })

  it('gives only the kinds that were asked for, between the start and the end', async () => {
    const run = runWithText('Hello')
    const kinds = new Set<RunEvent['type']>(['text-delta'])
    const reading = readAll(readRunEvents(run, { kinds }))
    run.happen({ type: 'model-call-started', modelId: 'test:model' as never, at: 3 }, say(' there'), endedEvent)
    expect(await reading).toEqual([startedEvent, say('Hello'), say(' there'), endedEvent])
  })

  it('tells a reader that fell behind to start over, and holds no more than a bounded list meanwhile', async () => {
    const run = runWithText()
    const iterator = readRunEvents(run)[Symbol.asyncIterator]()
    await iterator.next()
    for (let n = 0; n < 10; n++) run.happen(...burstOf('msg_1'))
    run.happen(endedEvent)
    const rest = await readAll({ [Symbol.asyncIterator]: () => iterator })
    expect(rest.map(({ type }) => type)).toEqual([
      'message-started',
      'run-started',
      'message-started',
      'text-delta',
      'text-delta',
      'message-completed',
      'run-ended',
    ])
    expect(foldSinceStart(rest)).toEqual(run.state())
  })

  it('reads a run that is over, and ends', async () => {
    const run = runWithText('All of it.')
    run.happen(endedEvent)
    expect(foldSinceStart(await readAll(readRunEvents(run)))).toEqual(run.state())
    expect(run.listenerCount()).toBe(0)
  })

  it('unsubscribes when the loop is left', async () => {
    const run = runWithText('Hello')
    for await (const event of readRunEvents(run)) if (event.type === 'text-delta') break
    expect(run.listenerCount()).toBe(0)
  })

  it('unsubscribes at once when it is left in the middle of a read', async () => {
    const run = driveRun([startedEvent])
    const iterator = readRunEvents(run)[Symbol.asyncIterator]()
    await iterator.next()
    const open = iterator.next()
    await iterator.return?.()
    expect(await open).toEqual({ done: true, value: undefined })
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
    expect(run.listenerCount()).toBe(0)
  })

  it('rejects the read under way when it is aborted, and the run goes on', async () => {
    const run = runWithText('Hello')
    const controller = new AbortController()
    const { signal } = controller
    const iterator = readRunEvents(run, { signal })[Symbol.asyncIterator]()
    for (let n = 0; n < 3; n++) await iterator.next()
    const open = iterator.next()
    controller.abort(new Error('Enough'))
    await expect(open).rejects.toThrow('Enough')
    expect(run.listenerCount()).toBe(0)
    expect(run.state().stop).toBeNull()
    await expect(readAll(readRunEvents(run, { signal }))).rejects.toThrow('Enough')
    expect(run.listenerCount()).toBe(0)
  })
})
