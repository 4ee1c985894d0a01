import { AppError, type WireError } from '../../shared/errors.ts'
import type { AgentId } from '../../shared/ids.ts'
import type { AgentInfo } from '../../shared/settings.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import { loadAgents } from '../config/load-agents.ts'
import type { PolicyInput } from '../consent/policy.ts'

export type Agents = {
  readonly problems: readonly WireError[]
  readonly definitions: readonly AgentDefinition[]
  /** `AGENT_UNKNOWN` with the ones there are. */
  get(id: AgentId): AgentDefinition
  infos(): AgentInfo[]
  /** An unknown agent's rules forbid nothing and allow nothing: the policy's own rules hold. */
  rulesOf(id: AgentId): PolicyInput['agent']
}

/** @param toolNames All tools there are, for agents that may use each. */
export async function openAgents(folders: readonly string[], toolNames: readonly string[]): Promise<Agents> {
  const { agents, problems } = await loadAgents(folders)
  const byId = new Map(agents.map((agent) => [agent.id, agent]))
  return {
    problems,
    definitions: agents,
    get(id) {
      const agent = byId.get(id)
      if (agent !== undefined) return agent
      throw new AppError('AGENT_UNKNOWN', `There is no agent named ${id}.`, {
        hint: `Agents: ${[...byId.keys()].join(', ')}.`,
      })
    },
    infos: () => agents.map((agent) => infoOf(agent, toolNames)),
    rulesOf(id) {
      const permissions = byId.get(id)?.permissions
      return { denies: permissions?.deny ?? [], asks: permissions?.ask ?? [] }
    },
  }
}

function infoOf(agent: AgentDefinition, toolNames: readonly string[]): AgentInfo {
  const { id, name, description, samplePrompts, tools, inference } = agent
  return { id, name, description, samplePrompts, tools: tools === 'all' ? [...toolNames] : tools, inference }
}
