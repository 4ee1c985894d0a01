import { create } from 'zustand'
import type { AgentId } from '../../shared/ids.ts'
import type { AgentInfo } from '../../shared/settings.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

type AgentsState = { readonly list: Loaded<readonly AgentInfo[]> }

export const useAgents = create<AgentsState>(() => ({ list: loading }))

export async function loadAgents(): Promise<void> {
  const list = await client()
    .request('agents.list', {})
    .then(({ agents }) => ready(agents), failed)
  useAgents.setState({ list })
}

export function selectAgent(id: AgentId | undefined): (state: AgentsState) => AgentInfo | undefined {
  return ({ list }) => (list.kind === 'ready' ? list.value.find((agent) => agent.id === id) : undefined)
}
