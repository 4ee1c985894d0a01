import { describe, expect, it } from 'vitest'
import type { ModelCall, RunState } from '../../shared/run-events.ts'
import { noUsage } from '../../shared/usage.ts'
import { lastCallOf } from './last-call.ts'

function call(startedAt: number, more: Partial<ModelCall> = {}): ModelCall {
  return { startedAt, usage: { ...noUsage, inputTokens: 9 }, ...more } as ModelCall
}

function run(calls: readonly ModelCall[], compactedAt?: number): RunState {
  return { calls, ...(compactedAt === undefined ? {} : { compactions: [{ at: compactedAt }] }) } as RunState
}

describe('lastCallOf', () => {
  it('takes the last call that answered and was counted, not one the service refused', () => {
    const asked = call(20)
    const runs = [
      run([call(10), asked]),
      run([call(30, { usage: null }), call(40, { purpose: 'self-check' }), call(50, { usage: noUsage })]),
    ]
    expect(lastCallOf(runs)).toBe(asked)
  })

  it('finds none before the first call, and none once the history was summarised', () => {
    expect(lastCallOf([])).toBeNull()
    expect(lastCallOf([run([call(10)]), run([call(20, { purpose: 'compaction' })], 25)])).toBeNull()
    const since = call(30)
    expect(lastCallOf([run([call(10)], 25), run([since])])).toBe(since)
  })
})
