import { create } from 'zustand'
import type { ToolInfo } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

export const useTools = create<{ readonly list: Loaded<readonly ToolInfo[]> }>(() => ({ list: loading }))

export async function loadTools(): Promise<void> {
  const list = await client()
    .request('tools.list', {})
    .then(({ tools }) => ready(tools), failed)
  useTools.setState({ list })
}
