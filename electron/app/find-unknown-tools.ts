import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'

/** Tools that an agent names and nobody has: a misspelt permission would protect nothing, and must not go unseen. */
export function findUnknownTools(
  agents: readonly AgentDefinition[],
  tools: readonly { readonly name: string }[],
): WireError[] {
  const known = new Set(tools.map((tool) => tool.name))
  return agents.flatMap(({ id, tools: usable, permissions }) => {
    const named = [...(usable === 'all' ? [] : usable), ...permissions.deny, ...permissions.ask]
    const unknown = [...new Set(named.filter((name) => !known.has(name)))]
    if (unknown.length === 0) return []
    const problem = new AppError(
      'CONFIG_INVALID',
      `The agent ${id} names tools that do not exist: ${unknown.join(', ')}.`,
      {
        hint: `Correct its file. Tools: ${[...known].join(', ')}.`,
      },
    )
    return [toWireError(problem)]
  })
}
