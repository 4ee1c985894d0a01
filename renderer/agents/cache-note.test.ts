import { describe, expect, it } from 'vitest'
import type { CacheChange, CacheEffect } from '../../shared/cache-effect.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import { cacheNoteOf } from './cache-note.ts'
import type { ControlName } from './inference-controls.ts'

const settings: InferenceSettings = { effort: 'low', region: 'us-east-1' }
const loses: CacheEffect = { kind: 'lost', part: 'everything', refill: 'sent in full', tokens: 900, usd: 0 }

function askedAbout(name: ControlName, own = settings, usual: InferenceSettings = {}): InferenceSettings {
  const asked: CacheChange[] = []
  cacheNoteOf(name, { usual, own }, (change) => {
    asked.push(change)
    return { kind: 'kept' }
  })
  const [change] = asked
  return change?.kind === 'inference' ? change.to : {}
}

describe('cacheNoteOf', () => {
  it('asks about another value than the one that holds', () => {
    expect(askedAbout('effort')).toEqual({ effort: 'high', region: 'us-east-1' })
    expect(askedAbout('region')).toEqual({ effort: 'low', region: 'another' })
    expect(askedAbout('caching')).toEqual({ effort: 'low', region: 'us-east-1', caching: 'off' })
    expect(askedAbout('temperature')).toEqual({ ...settings, temperature: 1 })
    expect(askedAbout('topP')).toEqual(settings)
  })

  it('asks about a temperature taken back, which leaves the agent’s', () => {
    const warm = { ...settings, temperature: 0.5 }
    expect(askedAbout('temperature', warm)).toEqual({ ...settings, temperature: undefined })
    expect(askedAbout('temperature', warm, { temperature: 0 })).toEqual({ ...settings, temperature: 0 })
    expect(askedAbout('temperature', {}, { temperature: 0 })).toEqual({ temperature: 0 })
  })

  it('tells losses from what keeps the cache, and says nothing where nothing is cached', () => {
    const words = 'eaves the cache: about 900 tokens are read in full each time.'
    expect(cacheNoteOf('region', { usual: {}, own: settings }, () => loses)).toEqual({
      words: `L${words}`,
      isLoss: true,
    })
    expect(cacheNoteOf('caching', { usual: settings, own: {} }, () => loses)).toEqual({
      words: `Off: l${words}`,
      isLoss: true,
    })
    const warm = { usual: {}, own: { temperature: 0.5 } }
    expect(cacheNoteOf('temperature', warm, () => loses)).toEqual({ words: `Left empty: l${words}`, isLoss: true })
    expect(cacheNoteOf('temperature', { usual: {}, own: {} }, () => loses)?.words).toBe(`L${words}`)
    const kept = { words: 'Keeps the prompt cache.', isLoss: false }
    expect(cacheNoteOf('temperature', { usual: {}, own: settings }, () => ({ kind: 'kept' }))).toEqual(kept)
    expect(cacheNoteOf('effort', { usual: {}, own: settings }, () => ({ kind: 'nothing-cached' }))).toBeUndefined()
  })
})
