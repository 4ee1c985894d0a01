import type { RequestArguments, RequestOutput } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'

export type CredentialStatus = RequestOutput<'credentials.status'>

export function loadCredentialStatus(): Promise<CredentialStatus> {
  return client().request('credentials.status', {})
}

/** Hands a secret to the host, which never gives it back. Resolves with where it is kept. */
export function setCredentials(secret: RequestArguments<'credentials.set'>): Promise<RequestOutput<'credentials.set'>> {
  return client().request('credentials.set', secret)
}

export async function clearCredentials(kind: 'keys' | 'bearer'): Promise<void> {
  await client().request('credentials.clear', { kind })
}
