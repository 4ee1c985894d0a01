import { describe, expect, it } from 'vitest'
import type { WireError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import type { RunNote } from '../../shared/run-events.ts'
import { describeNote } from './describe-note.ts'

const error: WireError = { code: 'MODEL_THROTTLED', message: 'The model is busy.', retryable: true }
const modelId = 'bedrock:opus' as ModelId
const words = (note: RunNote) => describeNote(note, (id) => (id === modelId ? 'Claude Opus 5.5' : id))

describe('describeNote', () => {
  it('names what was changed', () => {
    expect(words({ kind: 'settings-changed', changed: ['effort'] })).toBe(
      'You changed the effort. It holds from here on.',
    )
    expect(words({ kind: 'settings-changed', changed: ['model', 'topP', 'caching'] })).toBe(
      'You changed the model, top P and the prompt cache. It holds from here on.',
    )
    expect(words({ kind: 'settings-changed', changed: [] })).toBe('You changed the settings. It holds from here on.')
  })

  it('says who took over and why', () => {
    expect(words({ kind: 'failover', from: 'us-east-1', to: 'us-west-2', error })).toBe(
      'The model is busy. us-west-2 took over from us-east-1.',
    )
    const choice = {
      modelId,
      policy: 'cheapest',
      tier: 'large',
      reason: 'The cheaper model’s try was not good enough.',
    } as const
    expect(words({ kind: 'escalated', choice })).toBe(
      'The cheaper model’s try was not good enough. Claude Opus 5.5 answered instead.',
    )
  })

  it('says that a broken answer went on', () => {
    expect(words({ kind: 'resumed', error })).toBe('The model is busy. The answer went on where it stopped.')
  })
})
