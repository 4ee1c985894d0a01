import { describe, expect, it } from 'vitest'
import type { ToolCall } from '../../shared/run-events.ts'
import { toolStatus } from './tool-status.ts'

const done = (status: 'success' | 'error' | 'denied' | 'unanswered' | 'cancelled'): ToolCall['state'] => ({
  kind: 'done',
  outcome: { status, content: [] },
  durationMs: 1200,
})

describe('toolStatus', () => {
  it('names every way a tool use can end', () => {
    const words = (['success', 'error', 'denied', 'unanswered', 'cancelled'] as const).map(
      (status) => toolStatus(done(status), false).words,
    )
    expect(words).toEqual(['1.2 s', 'Failed after 1.2 s', 'You denied it', 'Not answered', 'Cancelled'])
  })

  it('says what a running tool is doing', () => {
    const running = { kind: 'running', startedAt: 1, progress: { message: 'Reading page 3', fraction: 0.3 } } as const
    expect(toolStatus(running, true)).toEqual({ tone: 'busy', words: 'Reading page 3' })
    expect(toolStatus({ kind: 'running', startedAt: 1 }, true).words).toBe('Running')
  })

  it('never shows a tool as busy once its run is over', () => {
    expect(toolStatus({ kind: 'running', startedAt: 1 }, false)).toEqual({ tone: 'neutral', words: 'Did not finish' })
    expect(toolStatus({ kind: 'preparing' }, false).tone).toBe('neutral')
  })
})
