import { describe, expect, it } from 'vitest'
import type { ModelInfo } from '../../shared/models.ts'
import type { RunState } from '../../shared/run-events.ts'
import { compactionBlock } from './compaction-block.ts'

const model = { provider: 'bedrock', label: 'Claude' } as ModelInfo
const offline = { provider: 'offline', label: 'Offline analyst' } as ModelInfo

function run(more: Partial<RunState> = {}): RunState {
  return { stop: { kind: 'completed' }, messages: [{ content: [{}] }, { content: [{}] }], ...more } as RunState
}

describe('compactionBlock', () => {
  it('lets a conversation be summarised that has something said since', () => {
    expect(compactionBlock([run()], model)).toBeUndefined()
    expect(compactionBlock([run({ compactions: [{} as never] })], model)).toBeUndefined()
  })

  it('says why there is nothing to do, or nobody to do it', () => {
    expect(compactionBlock([], model)).toBe('There is nothing to summarise yet.')
    expect(compactionBlock([run({ stop: null })], model)).toBe('An answer is on its way.')
    expect(compactionBlock([run()], undefined)).toBe('The chosen model is not available.')
    expect(compactionBlock([run()], offline)).toBe('Offline analyst does not write summaries.')
    const summary = run({ compactions: [{} as never], messages: [{ content: [] } as never] })
    expect(compactionBlock([run(), summary], model)).toBe('Nothing was said since the last summary.')
    const stop = {
      kind: 'failed',
      error: { code: 'INVALID_REQUEST', message: 'Too little.', retryable: false },
    } as const
    const refused = run({ stop, messages: [{ content: [] } as never] })
    expect(compactionBlock([run(), refused], model)).toBe('Too little.')
    expect(compactionBlock([run(), refused, run()], model)).toBeUndefined()
  })
})
