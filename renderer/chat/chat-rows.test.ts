import { describe, expect, it } from 'vitest'
import type { RunId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import { chatRows, readRows, rowKey, writeRows } from './chat-rows.ts'

function run(runId: string, ...messages: unknown[]): RunState {
  return { runId, messages } as unknown as RunState
}

const text = [{ type: 'text', text: 'hi' }]
const byId = {
  a: run('a', { id: 'u', role: 'user', content: text }, { id: 'x', role: 'assistant', content: [] }),
  b: run('b', { id: 'v', role: 'user', content: [] }, { id: 'y', role: 'assistant', content: text }),
}

describe('chatRows', () => {
  it('lists messages and how each run ended, without the empty message of a continued run', () => {
    expect(chatRows(['a', 'b', 'not-here-yet'] as RunId[], byId)).toEqual([
      { kind: 'message', runId: 'a', messageId: 'u' },
      { kind: 'message', runId: 'a', messageId: 'x' },
      { kind: 'ending', runId: 'a', isLast: false },
      { kind: 'message', runId: 'b', messageId: 'y' },
      { kind: 'ending', runId: 'b', isLast: false },
    ])
  })

  it('has keys that tell every row apart, and is read as it was written', () => {
    const rows = chatRows(['a', 'b'] as RunId[], byId)
    expect(new Set(rows.map(rowKey)).size).toBe(rows.length)
    expect(readRows(writeRows(rows))).toEqual(rows)
  })
})
