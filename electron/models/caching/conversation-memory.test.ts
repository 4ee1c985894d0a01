import { describe, expect, test } from 'vitest'
import type { ConversationId, MessageId } from '../../../shared/ids.ts'
import { noUsage } from '../../../shared/usage.ts'
import type { ModelRequest } from '../../agent/ports.ts'
import { findModel } from '../catalog.ts'
import { createConversationMemories, notePause } from './conversation-memory.ts'
import { createPromptCache } from './prompt-cache.ts'

const minuteMs = 60_000

describe('a pause', () => {
  test('of a person counts once, however often the question after it is tried', () => {
    const memory = createConversationMemories(new Map()).of(undefined)
    notePause(memory, 5)
    memory.endedMs = 10
    notePause(memory, 30)
    notePause(memory, 90)
    expect(memory.pausesMs).toEqual([20])
    memory.endedMs = 100
    notePause(memory, 150)
    expect(memory.pausesMs).toEqual([20, 50])
  })

  test('of an agent’s fixed prompt counts once, when the call after it has begun', () => {
    let nowMs = 0
    const cache = createPromptCache({ elapsedMs: () => nowMs })
    const ask = (id: string, tries = 1) => {
      const prepared = Array.from({ length: tries }, () => cache.prepare(question(id), 'here')).at(-1)
      prepared?.noteStart()
      prepared?.report({ ...noUsage, cacheWriteTokens: 5000 })
      return prepared?.request.cachePoints?.find(({ at }) => at === 'system')?.ttl
    }
    ask('first')
    nowMs += minuteMs
    ask('after a minute')
    nowMs += 10 * minuteMs
    ask('after ten, throttled twice', 3)
    // One long pause of two is no reason to pay for an hour; three of four would be.
    expect(ask('next')).toBe('5m')
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      nowMs += 10 * minuteMs
      ask(id)
    }
    expect(ask('last')).toBe('1h')
  })
})

function question(id: string): ModelRequest {
  const model = findModel('global.anthropic.claude-sonnet-5-5', 'us-east-1')
  if (model === undefined) throw new Error('The catalog lacks the model.')
  return {
    model,
    system: { stable: 'You are a careful analyst. '.repeat(200), varying: '' },
    tools: [],
    messages: [{ id: `msg_${id}` as MessageId, role: 'user', content: [{ type: 'text', text: `Hello, ${id}.` }] }],
    inference: {},
    conversationId: `conv_${id}` as ConversationId,
  }
}
