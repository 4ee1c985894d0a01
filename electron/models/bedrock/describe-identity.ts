import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockAuth } from '../../../shared/settings.ts'
import { bearerVariable } from './credentials.ts'

type Credentials = Awaited<ReturnType<BedrockRuntimeClient['config']['credentials']>>

/**
 * Who requests are sent as, in words: where the credentials came from and enough of them to recognise, never a secret.
 * Resolves credentials, so it may throw what the SDK throws.
 */
export async function describeIdentity(client: BedrockRuntimeClient, auth: BedrockAuth): Promise<string> {
  if (auth.kind === 'bearer') return 'the stored Bedrock API key'
  if (auth.kind === 'default' && process.env[bearerVariable]) return `the Bedrock API key in ${bearerVariable}`
  const credentials = await client.config.credentials()
  return `${sourceOf(credentials, auth)} (${tailOf(credentials)})`
}

function sourceOf(credentials: Credentials, auth: Exclude<BedrockAuth, { kind: 'bearer' }>): string {
  if (auth.kind === 'keys') return 'the stored AWS access keys'
  if (auth.kind === 'profile') return `the AWS profile “${auth.profile}”`
  const features = '$source' in credentials ? Object.keys(credentials.$source ?? {}) : []
  if (features.includes('CREDENTIALS_ENV_VARS')) return 'AWS_ACCESS_KEY_ID of the environment'
  if (features.includes('CREDENTIALS_HTTP')) return 'the container’s role'
  if (features.includes('CREDENTIALS_IMDS')) return 'the machine’s role'
  return `the AWS profile “${process.env['AWS_PROFILE'] ?? 'default'}”`
}

function tailOf({ accessKeyId, accountId }: Credentials): string {
  const key = `key …${accessKeyId.slice(-4)}`
  return accountId === undefined ? key : `${key}, account ${accountId}`
}
