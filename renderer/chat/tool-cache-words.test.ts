import { describe, expect, it } from 'vitest'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { cachedWords, refreshedWords } from './tool-cache-words.ts'

const at = new Date(2026, 10, 3, 14, 2).getTime()

function told(text: string, more: Partial<ToolOutcome> = {}): ToolOutcome {
  return { status: 'success', content: [{ type: 'text', text }], ...more }
}

describe('cachedWords', () => {
  it('says since when, and what was saved', () => {
    expect(cachedWords({ storedAt: at, savedMs: 1200, savedTokens: 13_400 })).toBe(
      'Unchanged since 14:02 · saved 1.2 s, about 13.4k tokens',
    )
    expect(cachedWords({ storedAt: at, savedMs: 40, savedTokens: 0 })).toBe('Unchanged since 14:02 · saved 40 ms')
  })
})

describe('refreshedWords', () => {
  it('says whether it is another result, and what the agent was told', () => {
    const refreshed = { outcome: told('a'), durationMs: 1300, at }
    expect(refreshedWords(told('a'), refreshed)).toBe('Worked out again at 14:02 in 1.3 s: the same result.')
    expect(refreshedWords(told('b'), refreshed)).toBe(
      'Worked out again at 14:02 in 1.3 s: another result. The agent was told the earlier one.',
    )
    const short = told('as above', { cached: { storedAt: 1, savedMs: 1, savedTokens: 5 } })
    expect(refreshedWords(short, refreshed)).toBe(
      'Worked out again at 14:02 in 1.3 s. The agent was told the earlier result.',
    )
  })
})
