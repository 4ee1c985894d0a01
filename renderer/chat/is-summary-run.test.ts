import { describe, expect, it } from 'vitest'
import type { RunState } from '../../shared/run-events.ts'
import { isSummaryRun } from './is-summary-run.ts'

function run(more: object): RunState {
  return { messages: [{ role: 'user', content: [] }], stop: { kind: 'completed' }, ...more } as unknown as RunState
}

const text = [{ type: 'text', text: 'hi' }]
const failedAs = (code: string) => ({ kind: 'failed', error: { code, message: '', retryable: false } })

describe('isSummaryRun', () => {
  it('tells a summary that was asked for, made or refused', () => {
    expect(isSummaryRun(run({ compactions: [{}] }))).toBe(true)
    expect(isSummaryRun(run({ stop: failedAs('INVALID_REQUEST') }))).toBe(true)
  })

  it('tells apart an answer that goes on, and one with a summary on its way', () => {
    expect(isSummaryRun(run({ stop: failedAs('MODEL_TIMEOUT') }))).toBe(false)
    expect(isSummaryRun(run({ messages: [{ content: [] }, { content: text }] }))).toBe(false)
    expect(isSummaryRun(run({ messages: [{ content: text }], compactions: [{}] }))).toBe(false)
  })
})
