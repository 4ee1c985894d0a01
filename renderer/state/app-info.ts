import { create } from 'zustand'
import type { AppInfo } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

export const useAppInfo = create<{ readonly info: Loaded<AppInfo> }>(() => ({ info: loading }))

export async function loadAppInfo(): Promise<void> {
  const info = await client().request('app.info', {}).then(ready, failed)
  useAppInfo.setState({ info })
}
