import { describe, expect, it } from 'vitest'
import { cacheMisses } from '../../shared/prompt-cache.ts'
import { describeMiss } from './describe-miss.ts'

describe('describeMiss', () => {
  it('has one sentence of its own for every reason', () => {
    const sentences = cacheMisses.map(describeMiss)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/)
    expect(new Set(sentences).size).toBe(cacheMisses.length)
  })
})
