import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { RunBatch } from '../../shared/ipc/contract.ts'
import type { AgentId, ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, type RunEvent, type RunEventOf, type RunState } from '../../shared/run-events.ts'
import type { Client } from './client.ts'
import { followRun } from './follow-run.ts'

const runId = 'run' as RunId
const messageId = 'answer' as MessageId

function history(words: readonly string[]): [RunEventOf<'run-started'>, ...RunEvent[]] {
  const userMessage = { id: 'question' as MessageId, role: 'user' as const, content: [], createdAt: 0 }
  const ids = { runId, conversationId: 'c' as ConversationId, agentId: 'a' as AgentId, modelId: 'm' as ModelId }
  return [
    { type: 'run-started', ...ids, userMessage, at: 0 },
    { type: 'message-started', messageId, at: 1 },
    ...words.map((text): RunEvent => ({ type: 'text-delta', messageId, index: 0, text })),
    { type: 'run-ended', stop: { kind: 'completed' }, at: 2 },
  ]
}

/** A host that keeps to the contract: a snapshot on attach, then one batch per acknowledgement, cut as `cuts` say. */
function fakeHost(events: readonly RunEvent[], { cuts, lost }: { cuts: readonly number[]; lost: readonly number[] }) {
  const listeners = new Set<(batch: RunBatch) => void>()
  const acknowledged: number[] = []
  const drops = new Set(lost)
  let attached = 0
  let sent = 1
  let seq = 0
  let batches = 0
  const push = (batch: RunBatch) => {
    batches += 1
    // A batch that never arrives. Never the last: it is the one after that shows the gap.
    if (batch.content.kind === 'events' && drops.delete(batches) && sent < events.length) return sendNext()
    for (const listener of listeners) listener(batch)
  }
  const sendNext = () => {
    if (sent >= events.length) return
    const size = cuts[batches % Math.max(1, cuts.length)] ?? 1
    const next = events.slice(sent, sent + size)
    sent += next.length
    seq += 1
    push({ runId, seq, content: { kind: 'events', events: next } })
  }
  const attach = () => {
    attached += 1
    seq = 1
    push({ runId, seq, content: { kind: 'snapshot', state: foldRunEvents(events.slice(0, sent)) as RunState } })
  }
  const client = {
    request: async (name: string, input: { seq?: number }) => {
      await Promise.resolve()
      if (name === 'run.attach') attach()
      if (name === 'run.acknowledge') {
        acknowledged.push(input.seq ?? -1)
        if (input.seq === seq) sendNext()
      }
      return {}
    },
    onPush: (_: string, listener: (batch: RunBatch) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Client
  return { client, acknowledged, listeners, push, attached: () => attached }
}

async function follow(host: ReturnType<typeof fakeHost>): Promise<RunState[]> {
  const states: RunState[] = []
  await new Promise<void>((resolve, reject) => {
    const onState = (state: RunState) => {
      states.push(state)
      if (state.stop !== null) resolve()
    }
    followRun(
      { client: host.client, runId, nextFrame: queueMicrotask },
      { onState, onLost: async (error) => reject(error) },
    )
  })
  return states
}

describe('followRun', () => {
  it('ends with the same state as the whole history, however it is cut and whatever is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
        fc.array(fc.integer({ min: 2, max: 12 }), { maxLength: 3 }),
        async (words, cuts, lost) => {
          const events = history(words)
          const host = fakeHost(events, { cuts, lost })
          const states = await follow(host)
          expect(states.at(-1)).toEqual(foldRunEvents(events))
        },
      ),
    )
  })

  it('attaches again after a gap, once, and does not acknowledge what it dropped', async () => {
    const host = fakeHost(history(['a', 'b', 'c', 'd']), { cuts: [1], lost: [3] })
    const states = await follow(host)
    expect(host.attached()).toBe(2)
    expect(states.at(-1)?.messages[1]?.content).toEqual([{ type: 'text', text: 'abcd' }])
    expect(host.acknowledged.slice(0, 3)).toEqual([1, 2, 1])
  })

  it('asks once, however much it hears before the snapshot comes', () => {
    const asked: string[] = []
    const listeners: ((batch: RunBatch) => void)[] = []
    const client = {
      request: async (name: string) => asked.push(name),
      onPush: (_: string, listener: (batch: RunBatch) => void) => {
        listeners.push(listener)
        return () => {}
      },
    } as unknown as Client
    followRun({ client, runId, nextFrame: queueMicrotask }, { onState: () => {}, onLost: async () => {} })
    for (const seq of [7, 8, 9]) listeners[0]?.({ runId, seq, content: { kind: 'events', events: [] } })
    expect(asked).toEqual(['run.attach'])
  })

  it('hears of no other run and stops hearing when the run has ended', async () => {
    const host = fakeHost(history(['a']), { cuts: [9], lost: [] })
    const states = await follow(host)
    const heard = states.length
    host.push({ runId: 'other' as RunId, seq: 9, content: { kind: 'events', events: [] } })
    expect(states.length).toBe(heard)
    expect(host.listeners.size).toBe(0)
  })

  it('says when the host does not know the run', async () => {
    const client = {
      request: () => Promise.reject(new AppError('NOT_FOUND', 'No such run.')),
      onPush: () => () => {},
    } as unknown as Client
    const error = await new Promise((resolve) => {
      followRun(
        { client, runId, nextFrame: queueMicrotask },
        { onState: () => {}, onLost: async (lost) => resolve(lost) },
      )
    })
    expect(error).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reports nothing any more once it was stopped', async () => {
    const host = fakeHost(history(['a', 'b']), { cuts: [1], lost: [] })
    const states: RunState[] = []
    const follower = followRun(
      { client: host.client, runId, nextFrame: queueMicrotask },
      { onState: (state) => states.push(state), onLost: async () => {} },
    )
    follower.stop()
    follower.reattach()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(states).toEqual([])
  })
})
