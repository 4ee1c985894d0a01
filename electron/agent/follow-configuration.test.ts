import { expect, it } from 'vitest'
import type { ModelId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import { fakeClock, recordEvents, scriptedModel, testModelInfo, testTurn } from './fakes.ts'
import { followConfiguration } from './follow-configuration.ts'
import type { TurnConfiguration } from './ports.ts'

const model = scriptedModel([])
const cheap = () => testTurn(model)
const strong = testTurn(model, { modelInfo: { ...testModelInfo, id: 'test:strong' as ModelId } })

/** What is read before each call, in order. */
function follow(...turns: readonly TurnConfiguration[]) {
  const { events, emit } = recordEvents()
  const read = async () => turns[reads++]!
  let reads = 0
  return { configuration: followConfiguration(read, { clock: fakeClock(), emit }), events }
}

function changesIn(events: readonly RunEvent[]) {
  return events.flatMap((event) =>
    event.type === 'run-noted' && event.note.kind === 'settings-changed' ? [event.note.changed] : [],
  )
}

it('goes on with whoever took over, until the person changes something', async () => {
  const louder = testTurn(model, { inference: { effort: 'high' } })
  const { configuration, events } = follow(cheap(), cheap(), louder)
  await configuration.next()
  configuration.answeredBy(strong)
  expect(await configuration.next()).toBe(strong)
  configuration.answeredBy(strong)
  expect(await configuration.next()).toBe(louder)
  expect(changesIn(events)).toEqual([['effort']])
})

it('takes each configuration as it is while nobody took over', async () => {
  const [first, second] = [cheap(), cheap()]
  const { configuration, events } = follow(first, second)
  configuration.answeredBy(await configuration.next())
  expect(await configuration.next()).toBe(second)
  expect(changesIn(events)).toEqual([])
})

it('names a setting that was taken back, and one whose parts changed, but not one said in another order', async () => {
  const { configuration, events } = follow(
    testTurn(model, { inference: { guardrail: { id: 'a', version: '1' }, stopSequences: ['x'], topP: 1 } }),
    testTurn(model, { inference: { stopSequences: ['x'], guardrail: { version: '1', id: 'a' } } }),
    testTurn(model, { inference: { stopSequences: ['x'], guardrail: { id: 'a', version: '2' }, topP: undefined } }),
  )
  for (let call = 0; call < 3; call++) await configuration.next()
  expect(changesIn(events)).toEqual([['topP'], ['guardrail']])
})
