import { describe, expect, it } from 'vitest'
import type { AgentUsage } from '../../shared/conversations.ts'
import { noUsage } from '../../shared/usage.ts'
import { agentUsageCells, agentUsageColumns } from './agent-usage-cells.ts'

const agent: AgentUsage = {
  agentId: 'analyst' as AgentUsage['agentId'],
  calls: 3,
  usage: { ...noUsage, inputTokens: 100, outputTokens: 50, cacheReadTokens: 900 },
  cost: { kind: 'priced', usd: 0.25 },
  knownUsd: 0.25,
  cacheableTokens: 1000,
  savedUsd: -0.5,
}

describe('agentUsageCells', () => {
  it('has a cell for each column', () => {
    expect(agentUsageCells(agent)).toEqual(['3', '1,050', '90 %', '$0.25', '−$0.50'])
    expect(agentUsageCells(agent)).toHaveLength(agentUsageColumns.length)
  })

  it('says what is known of a cost where a part of it is not', () => {
    const cost = { kind: 'unpriced' } as const
    expect(agentUsageCells({ ...agent, cost })[3]).toBe('at least $0.25')
    expect(agentUsageCells({ ...agent, cost, knownUsd: 0 })[3]).toBe('unknown')
  })

  it('shows savings that nobody can work out as unknown, never as none', () => {
    expect(agentUsageCells({ ...agent, savedUsd: null })[4]).toBe('unknown')
    expect(agentUsageCells({ ...agent, savedUsd: 0 })[4]).toBe('$0.00')
  })
})
