import { describe, expect, it } from 'vitest'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { otherTier } from './other-tier.ts'

const model = (id: string, tier?: ModelTier) => ({ id, tier }) as unknown as ModelInfo
const haiku = model('haiku', 'small')
const sonnet = model('sonnet', 'medium')
const opus = model('opus', 'large')
const all = [model('llama'), sonnet, model('sonnet-eu', 'medium'), haiku, opus]

describe('otherTier', () => {
  it('finds the first model of the next tier', () => {
    expect(otherTier('small', 'stronger', all)).toEqual({ tier: 'medium', model: sonnet })
    expect(otherTier('large', 'cheaper', all)).toEqual({ tier: 'medium', model: sonnet })
  })

  it('passes over a tier without models', () => {
    expect(otherTier('small', 'stronger', [haiku, opus])).toEqual({ tier: 'large', model: opus })
    expect(otherTier('large', 'cheaper', [haiku, opus])).toEqual({ tier: 'small', model: haiku })
  })

  it('finds nothing beyond the ends', () => {
    expect(otherTier('large', 'stronger', all)).toBeUndefined()
    expect(otherTier('small', 'cheaper', all)).toBeUndefined()
    expect(otherTier('medium', 'stronger', [haiku, sonnet])).toBeUndefined()
  })
})
