import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../shared/conversations.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunState, ToolCall } from '../../shared/run-events.ts'
import { failed, loading, ready } from './loaded.ts'
import { withLoading, withReplacedRun, withRun, withRuns, withTool, type RunsState } from './runs-state.ts'

const id = 'c' as ConversationId
const nothing: RunsState = { byId: {}, byConversation: {} }
const nobody = () => false

function run(runId: string, startedAt = 0): RunState {
  return { runId: runId as RunId, startedAt } as RunState
}

function conversation(...runs: RunState[]): Conversation {
  return { summary: { id } as Conversation['summary'], runs, inference: {}, pinned: [] }
}

function runIds(...ids: string[]) {
  return ready(ids as RunId[])
}

describe('withRuns', () => {
  it('takes over a loaded conversation', () => {
    const first = run('1')
    expect(withRuns(nothing, conversation(first), nobody)).toEqual({
      byId: { 1: first },
      byConversation: { c: runIds('1') },
    })
  })

  it('does not put an answer over a run that is followed and therefore newer here', () => {
    const here = run('1', 5)
    const state: RunsState = { byId: { 1: here }, byConversation: {} }
    expect(withRuns(state, conversation(run('1', 1)), () => true).byId['1']).toBe(here)
    expect(withRuns(state, conversation(run('1', 1)), nobody).byId['1']).toEqual(run('1', 1))
  })

  it('keeps a run that was started while the answer was on its way', () => {
    const state: RunsState = { byId: {}, byConversation: { c: runIds('1', '2') } }
    const isFollowed = (runId: RunId) => runId === '2'
    expect(withRuns(state, conversation(run('1')), isFollowed).byConversation['c']).toEqual(runIds('1', '2'))
  })

  it('drops a run that was replaced elsewhere', () => {
    const state: RunsState = { byId: {}, byConversation: { c: runIds('1', '2') } }
    expect(withRuns(state, conversation(run('1'), run('3')), nobody).byConversation['c']).toEqual(runIds('1', '3'))
  })
})

describe('withRun and withReplacedRun', () => {
  it('add at the end, once', () => {
    const state = withRun(withRun(nothing, id, '1' as RunId), id, '2' as RunId)
    expect(state.byConversation['c']).toEqual(runIds('1', '2'))
    expect(withRun(state, id, '2' as RunId)).toBe(state)
  })

  it('replace the last', () => {
    const state: RunsState = { byId: {}, byConversation: { c: runIds('1', '2') } }
    expect(withReplacedRun(state, id, '3' as RunId).byConversation['c']).toEqual(runIds('1', '3'))
  })
})

describe('withLoading', () => {
  it('shows loading over nothing and over a failure, but not over what is there', () => {
    expect(withLoading(nothing, id).byConversation['c']).toBe(loading)
    const broken: RunsState = { byId: {}, byConversation: { c: failed(new Error('x')) } }
    expect(withLoading(broken, id).byConversation['c']).toBe(loading)
    const there: RunsState = { byId: {}, byConversation: { c: runIds('1') } }
    expect(withLoading(there, id)).toBe(there)
  })
})

describe('withTool', () => {
  it('replaces one call of one run, and nothing of a run that is not here', () => {
    const old = { toolUseId: 'x', name: 'old' } as ToolCall
    const other = { toolUseId: 'y', name: 'other' } as ToolCall
    const refreshed = { ...old, name: 'new' }
    const state: RunsState = { byId: { 1: { ...run('1'), tools: { x: old, y: other } } }, byConversation: {} }
    expect(withTool(state, '1' as RunId, refreshed)).toEqual({
      byId: { 1: { ...run('1'), tools: { x: refreshed, y: other } } },
      byConversation: {},
    })
    expect(withTool(state, '2' as RunId, refreshed)).toBe(state)
  })
})
