import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId, MessageId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, type RunEvent, type RunStop } from '../../shared/run-events.ts'
import { createRunRegistry, type RunStore } from './run-registry.ts'
import type { RunSink } from './ports.ts'

const messageId = 'm1' as MessageId
const identity = { runId: 'run_1' as RunId, conversationId: 'conv_1' as ConversationId }
const started: RunEvent = {
  type: 'run-started',
  ...identity,
  agentId: 'a' as never,
  modelId: 'm' as never,
  userMessage: { id: 'u' as MessageId, role: 'user', content: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
  at: 1,
}

async function answer(emit: RunSink): Promise<RunStop> {
  emit(started)
  emit({ type: 'message-started', messageId, at: 2 })
  for (const text of ['Hello', ' ', 'there']) emit({ type: 'text-delta', messageId, index: 0, text })
  emit({ type: 'run-ended', stop: { kind: 'completed' }, at: 3 })
  return { kind: 'completed' }
}

function recordingStore(): RunStore & { readonly stored: RunEvent[] } {
  const stored: RunEvent[] = []
  return { stored, append: async (_id, events) => void stored.push(...events) }
}

describe('createRunRegistry', () => {
  it('stores everything before listeners hear that the run has ended', async () => {
    const store = recordingStore()
    const registry = createRunRegistry(store, () => {})
    let storedAtEnd: RunEvent[] = []
    const live = await registry.start(
      {
        ...identity,
        listener: (events) => {
          if (events.some((event) => event.type === 'run-ended')) storedAtEnd = [...store.stored]
        },
      },
      answer,
    )
    await live.ended
    expect(foldRunEvents(storedAtEnd)).toEqual(live.state())
    expect(live.state().stop).toEqual({ kind: 'completed' })
  })

  it('shows an answer as finished only once it is stored', async () => {
    const stored = Promise.withResolvers<void>()
    const slow: RunStore = {
      append: (_id, events) =>
        events.some((event) => event.type === 'run-ended') ? stored.promise : Promise.resolve(),
    }
    let hasEnded = false
    const listener = (events: readonly RunEvent[]) => {
      if (events.some((event) => event.type === 'run-ended')) hasEnded = true
    }
    const live = await createRunRegistry(slow, () => {}).start({ ...identity, listener }, async (emit) => {
      emit(started)
      await aMoment()
      return answerRest(emit)
    })
    await aMoment()
    await aMoment()
    expect(live.state().stop).toBeNull()
    expect(hasEnded).toBe(false)
    stored.resolve()
    await live.ended
    expect(hasEnded).toBe(true)
  })

  it('keeps what a failed save held and stores it with the next', async () => {
    const store = recordingStore()
    let failures = 0
    const flaky: RunStore = {
      append: async (id, events) => {
        if (store.stored.length > 0 && failures++ === 0) throw new AppError('DISK_FULL', 'The disk is full.')
        await store.append(id, events)
      },
    }
    const live = await createRunRegistry(flaky, () => {}).start(identity, async (emit) => {
      emit(started)
      await aMoment()
      emit({ type: 'message-started', messageId, at: 2 })
      await aMoment()
      return answerRest(emit)
    })
    await live.ended
    expect(failures).toBeGreaterThan(0)
    expect(foldRunEvents(store.stored)).toEqual(live.state())
  })

  it('ends as failed when the answer could not be stored', async () => {
    let calls = 0
    const full: RunStore = {
      append: async () => {
        if (calls++ > 0) throw new AppError('DISK_FULL', 'The disk is full.')
      },
    }
    const live = await createRunRegistry(full, () => {}).start(identity, async (emit) => {
      emit(started)
      await aMoment()
      return answerRest(emit)
    })
    expect(await live.ended).toMatchObject({ kind: 'failed', error: { code: 'DISK_FULL' } })
    expect(live.state().stop).toMatchObject({ kind: 'failed' })
  })

  it('refuses to start a run whose question cannot be stored', async () => {
    const full: RunStore = {
      append: async () => {
        throw new AppError('DISK_FULL', 'The disk is full.')
      },
    }
    const registry = createRunRegistry(full, () => {})
    await expect(registry.start(identity, answer)).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(registry.get(identity.runId)).toBeUndefined()
  })

  it('lets one conversation have one run', async () => {
    const registry = createRunRegistry(recordingStore(), () => {})
    const waiting = Promise.withResolvers<void>()
    const live = await registry.start(identity, async (emit) => {
      emit(started)
      await waiting.promise
      return answerRest(emit)
    })
    await expect(registry.start({ ...identity, runId: 'run_2' as RunId }, answer)).rejects.toMatchObject({
      code: 'RUN_ALREADY_ACTIVE',
    })
    waiting.resolve()
    await live.ended
    expect(registry.ofConversation(identity.conversationId)).toBeUndefined()
  })
})

describe('a live run', () => {
  it('tells a listener only what it asked for, and always that the run has ended', async () => {
    const heard: RunEvent['type'][][] = []
    const live = await createRunRegistry(recordingStore(), () => {}).start(identity, async (emit) => {
      emit(started)
      await aMoment()
      emit({ type: 'message-started', messageId, at: 2 })
      return answerRest(emit)
    })
    live.subscribe((events) => heard.push(events.map(({ type }) => type)), { kinds: new Set(['message-started']) })
    live.subscribe((events) => heard.push(events.map(({ type }) => type)), { kinds: new Set(['retry-scheduled']) })
    await live.ended
    expect(heard).toEqual([['message-started'], ['run-ended'], ['run-ended']])
  })

  it('passes on that a person does not want to wait, for as long as somebody listens', async () => {
    const pressed = Promise.withResolvers<void>()
    let presses = 0
    const live = await createRunRegistry(recordingStore(), () => {}).start(identity, async (emit, { onRetryNow }) => {
      emit(started)
      const unsubscribe = onRetryNow(() => {
        presses += 1
        pressed.resolve()
      })
      await pressed.promise
      unsubscribe()
      return answerRest(emit)
    })
    live.retryNow()
    await live.ended
    live.retryNow()
    expect(presses).toBe(1)
  })

  it('aborts its signal when it is cancelled', async () => {
    const live = await createRunRegistry(recordingStore(), () => {}).start(identity, async (emit, { signal }) => {
      emit(started)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      emit({ type: 'run-ended', stop: { kind: 'cancelled' }, at: 3 })
      return { kind: 'cancelled' }
    })
    live.cancel()
    expect(await live.ended).toEqual({ kind: 'cancelled' })
  })
})

/** Long enough for a save to be made by itself. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

function answerRest(emit: RunSink): RunStop {
  emit({ type: 'text-delta', messageId, index: 0, text: 'Done' })
  emit({ type: 'run-ended', stop: { kind: 'completed' }, at: 3 })
  return { kind: 'completed' }
}
