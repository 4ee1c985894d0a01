import { create } from 'zustand'
import type { AgentUsage } from '../../shared/conversations.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

/** What each agent took and saved in all conversations, as of when it was last asked. */
export const useAgentUsage = create<{ readonly list: Loaded<readonly AgentUsage[]> }>(() => ({ list: loading }))

export async function loadAgentUsage(): Promise<void> {
  const list = await client()
    .request('usage.by-agent', {})
    .then(({ agents }) => ready(agents), failed)
  useAgentUsage.setState({ list })
}
