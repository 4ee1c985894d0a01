import { describe, expect, it } from 'vitest'
import type { RunState } from './run-events.ts'
import { choiceOf } from './choice-of.ts'

const cheap = { modelId: 'haiku', tier: 'small' }
const strong = { modelId: 'opus', tier: 'large' }

describe('choiceOf', () => {
  it('is the choice that really answered', () => {
    expect(choiceOf({ choice: cheap } as RunState)).toBe(cheap)
    const notes = [{ note: { kind: 'escalated', choice: strong } }, { note: { kind: 'resumed' } }]
    expect(choiceOf({ choice: cheap, notes } as unknown as RunState)).toBe(strong)
  })

  it('is none where the person chose', () => {
    expect(choiceOf({} as RunState)).toBeUndefined()
  })
})
