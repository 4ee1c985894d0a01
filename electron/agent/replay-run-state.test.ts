import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldRunEvents } from '../../shared/run-events.ts'
import { arbitraryRunEvents } from './run-events.fixture.ts'
import { replayRunState } from './replay-run-state.ts'

it('folding the replay of a state gives that state, wherever a run stands', () => {
  fc.assert(
    fc.property(arbitraryRunEvents, (events) => {
      const state = foldRunEvents(events)!
      expect(foldRunEvents([...replayRunState(state)])).toEqual(state)
    }),
    { numRuns: 3000 },
  )
})
