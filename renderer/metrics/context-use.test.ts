import { describe, expect, it } from 'vitest'
import type { ModelCall, RunState } from '../../shared/run-events.ts'
import { noUsage } from '../../shared/usage.ts'
import { contextUse } from './context-use.ts'

const breakdown = { system: 100, tools: 300, attachments: 0, results: 500, conversation: 100 }

function call(startedAt: number, inputTokens: number, more: Partial<ModelCall> = {}): ModelCall {
  const usage = { inputTokens, outputTokens: 5, cacheReadTokens: 900, cacheWriteTokens: 50 }
  return { startedAt, usage, context: breakdown, ...more } as ModelCall
}

function run(calls: readonly ModelCall[], compactions: readonly { at: number; tokensAfter: number }[] = []): RunState {
  return { calls, compactions } as unknown as RunState
}

describe('contextUse', () => {
  it('is the whole prompt of the last counted call that answered, cached parts included', () => {
    const silent = call(30, 7, { purpose: 'self-check' })
    const runs = [
      run([call(10, 1)]),
      run([call(20, 50), silent, call(40, 0, { usage: null }), call(50, 0, { usage: noUsage })]),
    ]
    expect(contextUse(runs)).toEqual({ tokens: 1000, isEstimate: false, breakdown })
  })

  it('is what a summary left, until the next call', () => {
    const runs = [run([call(10, 1)]), run([call(20, 1, { purpose: 'compaction' })], [{ at: 25, tokensAfter: 300 }])]
    expect(contextUse(runs)).toEqual({ tokens: 300, isEstimate: true })
    expect(contextUse([...runs, run([call(30, 50)])])).toMatchObject({ tokens: 1000, isEstimate: false })
  })

  it('is not known before the first counted call', () => {
    expect(contextUse([])).toBeNull()
    expect(contextUse([run([call(10, 1, { usage: null })])])).toBeNull()
  })
})
