import { expect, it } from 'vitest'
import { foldRunEvents, type RunEvent, type RunState } from '../../shared/run-events.ts'
import { driveRun, endedEvent, messageStarted, say, startedEvent } from '../agent/driven-run.fixture.ts'
import { createRunLookup } from './run-lookup.ts'

const events = [startedEvent, messageStarted('msg_1'), say('On disk')]
const stored = foldRunEvents(events)!

function lookUpIn(kept: readonly RunState[], since: readonly RunEvent[] = []) {
  const run = driveRun(events)
  run.happenUnheard(say(', and newer'), ...since)
  const storage = {
    runs: { get: async (id: string) => kept.find(({ runId }) => runId === id), recent: async () => kept },
  }
  return {
    live: createRunLookup({ registry: { get: () => run }, storage }),
    over: createRunLookup({ registry: { get: () => undefined }, storage }),
    run,
  }
}

it('prefers the run under way to what of it is on disk', async () => {
  const { live, run } = lookUpIn([stored])
  expect(await live.get(stored.runId)).toEqual(run.state())
})

it('prefers what is on disk once the run has ended: a result may have been worked out again since', async () => {
  const refreshed: RunState = { ...stored, stop: { kind: 'completed' }, endedAt: 123 }
  const { live } = lookUpIn([refreshed], [endedEvent])
  expect(await live.get(stored.runId)).toEqual(refreshed)
  const { live: unsaved, run } = lookUpIn([], [endedEvent])
  expect(await unsaved.get(stored.runId)).toEqual(run.state())
})

it('finds a run that is long over, and says when there is none', async () => {
  expect(await lookUpIn([stored]).over.get(stored.runId)).toEqual(stored)
  await expect(lookUpIn([]).over.get(stored.runId)).rejects.toMatchObject({
    code: 'NOT_FOUND',
    // The page reads it too, which has no addresses to ask.
    hint: expect.not.stringContaining('/v1/'),
  })
})
