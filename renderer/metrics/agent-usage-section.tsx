import { useEffect } from 'react'
import type { AgentUsage } from '../../shared/conversations.ts'
import { loadAgentUsage, useAgentUsage } from '../state/agent-usage.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { valueOr } from '../state/loaded.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { agentUsageCells, agentUsageColumns } from './agent-usage-cells.ts'

/** What each agent took and saved, in all conversations. Asked for again after each turn. */
export function AgentUsageSection({ finishedRuns }: { readonly finishedRuns: number }) {
  const list = useAgentUsage((state) => state.list)
  useEffect(reload, [finishedRuns])
  const agents = valueOr(list, []).toSorted((a, b) => b.calls - a.calls)
  if (list.kind === 'failed') {
    return (
      <div className="px-5 py-5">
        <ErrorNote error={list.error} onRetry={reload} />
      </div>
    )
  }
  if (agents.length === 0) return null
  return (
    <section aria-label="By agent" className="space-y-3 px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">By agent</h2>
        <span className="text-xs text-muted">All conversations</span>
      </div>
      <ScrollArea label="Usage by agent" className="-mx-1 px-1 pb-1">
        <table className="w-full text-left text-xs">
          <thead className="text-muted">
            <tr>
              {agentUsageColumns.map((name) => (
                <th key={name} scope="col" className="pb-1.5 pl-2 text-right font-medium first:pl-0 first:text-left">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {agents.map((one) => (
            <AgentRows key={one.agentId} usage={one} />
          ))}
        </table>
      </ScrollArea>
    </section>
  )
}

function AgentRows({ usage }: { readonly usage: AgentUsage }) {
  const agent = useAgents(selectAgent(usage.agentId))
  return (
    <tbody className="border-t border-line tabular-nums">
      <tr>
        <th scope="rowgroup" colSpan={agentUsageColumns.length} className="pt-1.5 font-medium">
          {agent?.name ?? usage.agentId}
        </th>
      </tr>
      <tr>
        {agentUsageCells(usage).map((cell, at) => (
          <td
            key={agentUsageColumns[at]}
            className="pb-1.5 pl-2 text-right whitespace-nowrap first:pl-0 first:text-left"
          >
            {cell}
          </td>
        ))}
      </tr>
    </tbody>
  )
}

function reload(): void {
  loadAgentUsage().catch(console.error)
}
