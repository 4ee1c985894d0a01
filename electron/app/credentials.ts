import type { RequestInput, RequestOutput } from '../../shared/ipc/contract.ts'
import type { SecretStore } from '../host.ts'
import { listProfiles, type AccessKeys } from '../models/bedrock/credentials.ts'

/** Secrets go in and are never given back: the page learns only whether they are there. */
export type Credentials = {
  set(credentials: RequestInput<'credentials.set'>): Promise<RequestOutput<'credentials.set'>>
  status(): Promise<RequestOutput<'credentials.status'>>
  clear(kind: 'keys' | 'bearer'): Promise<void>
}

export function createCredentials({
  secrets,
  onChange,
}: {
  readonly secrets: SecretStore
  readonly onChange: () => void
}): Credentials {
  return {
    async set(credentials) {
      if (credentials.kind === 'bearer') await secrets.set('bedrock-bearer', credentials.token)
      else {
        const { accessKeyId, secretAccessKey, sessionToken } = credentials
        const keys: AccessKeys = { accessKeyId, secretAccessKey, sessionToken }
        await secrets.set('bedrock-keys', JSON.stringify(keys))
      }
      onChange()
      return { keptIn: secrets.keptIn }
    },
    async status() {
      const [profiles, keys, bearer] = await Promise.all([
        listProfiles(),
        secrets.get('bedrock-keys'),
        secrets.get('bedrock-bearer'),
      ])
      return { profiles, hasKeys: keys !== undefined, hasBearer: bearer !== undefined }
    },
    async clear(kind) {
      await secrets.delete(kind === 'keys' ? 'bedrock-keys' : 'bedrock-bearer')
      onChange()
    },
  }
}
