import { describe, expect, it } from 'vitest'
import type { RunId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import { runOfSteps, type Said } from './steps/run-of-steps.fixture.ts'
import { chatRows, readRows, rowKey, writeRows } from './chat-rows.ts'

function run(runId: string, ...messages: unknown[]): RunState {
  return { runId, messages } as unknown as RunState
}

function noted(
  state: RunState,
  more: { notesAfter?: readonly [number, number][]; compactedAfter?: readonly [number, number][] },
) {
  return {
    ...state,
    notes: more.notesAfter?.map(([messagesBefore, at]) => ({ messagesBefore, at })),
    compactions: more.compactedAfter?.map(([messagesBefore, at]) => ({ messagesBefore, at })),
  } as RunState
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

  it('puts what happened in a run between the messages where it did, in order of time', () => {
    const state = noted(byId.a, {
      notesAfter: [
        [1, 10],
        [2, 40],
      ],
      compactedAfter: [[2, 30]],
    })
    const rows = chatRows(['a'] as RunId[], { a: state })
    expect(rows.map(({ kind }) => kind)).toEqual(['message', 'note', 'message', 'compaction', 'note', 'ending'])
    expect(new Set(rows.map(rowKey)).size).toBe(rows.length)
  })

  it('shows a summary that was asked for, though nobody said anything in its run', () => {
    const state = noted(run('c', { id: 'w', role: 'user', content: [] }), { compactedAfter: [[1, 10]] })
    expect(chatRows(['c'] as RunId[], { c: state }).map(({ kind }) => kind)).toEqual(['compaction', 'ending'])
  })

  it('has no row for a message whose steps are all in a line that began before', () => {
    const list: Said = { tool: 'list_files' }
    const state = runOfSteps([{ text: 'Let me see.' }, list], [list], [list, { tool: 'chart' }])
    const rows = chatRows(['run'] as RunId[], { run: state })
    expect(rows.map((row) => (row.kind === 'message' ? row.messageId : row.kind))).toEqual(['m0', 'm2', 'ending'])
    const [first, second] = rows.map((row) => (row.kind === 'message' ? row.folds : []))
    expect(first?.map(({ blocks }) => blocks.length)).toEqual([3])
    expect(second).toEqual(first)
    expect(readRows(writeRows(rows))).toEqual(rows)
  })

  it('has keys that tell every row apart, and is read as it was written', () => {
    const rows = chatRows(['a', 'b'] as RunId[], byId)
    expect(new Set(rows.map(rowKey)).size).toBe(rows.length)
    expect(readRows(writeRows(rows))).toEqual(rows)
  })
})
