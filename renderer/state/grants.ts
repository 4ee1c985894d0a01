import { create } from 'zustand'
import type { Grant } from '../../shared/consent.ts'
import type { GrantId } from '../../shared/ids.ts'
import { client } from '../bridge/client.ts'
import { failed, loading, ready, type Loaded } from './loaded.ts'

export const useGrants = create<{ readonly grants: Loaded<readonly Grant[]> }>(() => ({ grants: loading }))

export async function loadGrants(): Promise<void> {
  const grants = await client()
    .request('grants.list', {})
    .then((answer) => ready(answer.grants), failed)
  useGrants.setState({ grants })
}

export function listenToGrants(): () => void {
  return client().onPush('grants.changed', () => loadGrants())
}

export async function revokeGrant(grantId: GrantId): Promise<void> {
  await client().request('grant.revoke', { grantId })
}
