import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationId, MessageId, RunId } from '../../shared/ids.ts'
import type { RunBatch } from '../../shared/ipc/contract.ts'
import { applyRunEvent, startRunState, type RunEvent, type RunState } from '../../shared/run-events.ts'
import type { LiveRun, RunListener } from '../agent/run-registry.ts'
import { openRunOutbox } from './run-outbox.ts'

const messageId = 'm1' as MessageId
const runId = 'run_1' as RunId

/** A run that is told what happens, event by event. */
function drivenRun(): LiveRun & { happen(events: readonly RunEvent[]): void } {
  const listeners = new Set<RunListener>()
  let state = applyRunEvent(
    startRunState({
      type: 'run-started',
      runId,
      conversationId: 'conv_1' as ConversationId,
      agentId: 'a' as never,
      modelId: 'm' as never,
      userMessage: { id: 'u' as MessageId, role: 'user', content: [], createdAt: 1 },
      at: 1,
    }),
    { type: 'message-started', messageId, at: 1 },
  )
  return {
    runId,
    conversationId: 'conv_1' as ConversationId,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    cancel: () => {},
    retryNow: () => {},
    ended: new Promise(() => {}),
    happen(events) {
      for (const event of events) state = applyRunEvent(state, event)
      for (const listener of listeners) listener(events, state)
    },
  }
}

/** A page: applies batches in order and acknowledges when it is told to. */
function reader() {
  const batches: RunBatch[] = []
  let state: RunState | undefined
  return {
    batches,
    state: () => state,
    take(batch: RunBatch) {
      batches.push(batch)
      if (batch.content.kind === 'snapshot') state = batch.content.state
      else for (const event of batch.content.events) if (state !== undefined) state = applyRunEvent(state, event)
    },
  }
}

const say = (text: string): RunEvent => ({ type: 'text-delta', messageId, index: 0, text })

describe('openRunOutbox', () => {
  it('loses and doubles nothing, however the text is cut and whenever the page acknowledges or reloads', () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('text' as const),
          text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
        }),
      },
      { weight: 3, arbitrary: fc.constant({ kind: 'acknowledge' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'reload' as const }) },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const run = drivenRun()
        let page = reader()
        let outbox = openRunOutbox(run, (batch) => page.take(batch))
        for (const action of steps)
          if (action.kind === 'text') run.happen([say(action.text)])
          else if (action.kind === 'acknowledge') outbox.acknowledge(page.batches.at(-1)?.seq ?? 0)
          else {
            outbox.close()
            page = reader()
            outbox = openRunOutbox(run, (batch) => page.take(batch))
          }
        outbox.acknowledge(page.batches.at(-1)?.seq ?? 0)
        expect(page.state()).toEqual(run.state())
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps one batch in flight and merges what comes meanwhile', () => {
    const run = drivenRun()
    const page = reader()
    const outbox = openRunOutbox(run, (batch) => page.take(batch))
    for (const word of ['one ', 'two ', 'three']) run.happen([say(word)])
    expect(page.batches).toHaveLength(1)
    outbox.acknowledge(1)
    expect(page.batches[1]).toEqual({ runId, seq: 2, content: { kind: 'events', events: [say('one two three')] } })
  })

  it('ignores an acknowledgement of another batch', () => {
    const run = drivenRun()
    const page = reader()
    const outbox = openRunOutbox(run, (batch) => page.take(batch))
    run.happen([say('more')])
    outbox.acknowledge(7)
    expect(page.batches).toHaveLength(1)
  })

  it('holds no more than a bounded list for a reader that never reads, and heals it with one snapshot', () => {
    const run = drivenRun()
    const page = reader()
    const outbox = openRunOutbox(run, (batch) => page.take(batch))
    for (let n = 0; n < 100_000; n++) run.happen([{ type: 'text-delta', messageId, index: n % 2, text: 'x' }])
    outbox.acknowledge(1)
    expect(page.batches.map((batch) => batch.content.kind)).toEqual(['snapshot', 'snapshot'])
    expect(page.state()).toEqual(run.state())
  })
})
