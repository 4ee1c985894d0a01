import { describe, expect, it } from 'vitest'
import type { TableId } from '../../shared/ids.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { compareOutcomes } from './compare-outcomes.ts'

function told(value: unknown, more: Partial<ToolOutcome> = {}): ToolOutcome {
  return { status: 'success', content: [{ type: 'json', value }], ...more } as ToolOutcome
}

function table(tableId: string, total: number): Partial<ToolOutcome> {
  const columns = [{ name: 'total', type: 'BIGINT' }]
  return { display: { kind: 'table', tableId: tableId as TableId, sql: 'q', columns, rows: [[total]], rowCount: 1 } }
}

const cached = (savedTokens: number) => ({ cached: { storedAt: 1, savedMs: 1, savedTokens } })

describe('compareOutcomes', () => {
  it('does not take a new id for a new result', () => {
    expect(compareOutcomes(told({ tableId: 'a', rows: [1] }), told({ rows: [1], tableId: 'b' }))).toBe('same')
    expect(compareOutcomes(told('short', table('a', 5)), told('whole', table('b', 5)))).toBe('same')
  })

  it('notices another result, and another way to end', () => {
    expect(compareOutcomes(told({ rows: [1] }), told({ rows: [2] }))).toBe('different')
    expect(compareOutcomes(told('x', table('a', 5)), told('x', table('a', 6)))).toBe('different')
    expect(compareOutcomes(told('x'), told('x', { status: 'error' }))).toBe('different')
  })

  it('does not judge by what the agent was told in short', () => {
    expect(compareOutcomes(told('as above', cached(900)), told({ rows: [1] }))).toBe('unknown')
    expect(compareOutcomes(told('same', cached(0)), told('same'))).toBe('same')
  })
})
