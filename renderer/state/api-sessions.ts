import { create } from 'zustand'
import type { ApiSessionId } from '../../shared/ids.ts'
import type { ApiSession } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

/** The programs that are signed in to the HTTP API, as the host last said. */
export const useApiSessions = create<{ readonly list: Loaded<readonly ApiSession[]> }>(() => ({ list: loading }))

export async function loadApiSessions(): Promise<void> {
  const list = await client()
    .request('api-sessions.list', {})
    .then(({ sessions }) => ready(sessions), failed)
  useApiSessions.setState({ list })
}

export function listenToApiSessions(): () => void {
  return client().onPush('api-sessions.changed', ({ sessions }) => useApiSessions.setState({ list: ready(sessions) }))
}

export async function allowAnswers(apiSessionId: ApiSessionId, mayAnswer: boolean): Promise<void> {
  await client().request('api-session.allow-answers', { apiSessionId, mayAnswer })
}

export async function endApiSession(apiSessionId: ApiSessionId): Promise<void> {
  await client().request('api-session.end', { apiSessionId })
}
