import { create } from 'zustand'
import type { Settings, SettingsPatch } from '../../shared/settings.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

export const useSettings = create<{ readonly settings: Loaded<Settings> }>(() => ({ settings: loading }))

export async function loadSettings(): Promise<void> {
  useSettings.setState({ settings: await client().request('settings.get', {}).then(ready, failed) })
}

export function listenToSettings(): () => void {
  return client().onPush('settings.changed', ({ settings }) => useSettings.setState({ settings: ready(settings) }))
}

/** Changes settings at the host; the page shows what the host made of it. Throws the host's error. */
export async function updateSettings(patch: SettingsPatch): Promise<void> {
  useSettings.setState({ settings: ready(await client().request('settings.update', patch)) })
}

/** Opens a folder as the workspace. Throws the host's error for a folder that cannot be used. */
export async function openWorkspace(path: string): Promise<void> {
  useSettings.setState({ settings: ready(await client().request('workspace.open', { path })) })
}
