import type { fromIni } from '@aws-sdk/credential-providers'
import { AppError } from '../../../shared/errors.ts'
import { z } from '../../../shared/schema.ts'
import type { BedrockAuth } from '../../../shared/settings.ts'
import type { SecretStore } from '../../host.ts'

/** How Bedrock is reached. A change of any of it needs a new model and a new list. */
export type BedrockConnection = {
  readonly region: string
  readonly auth: BedrockAuth
  readonly secrets: SecretStore
}

/** What both AWS clients are built from. The endpoint is left to the SDK's own AWS_ENDPOINT_URL variables. */
export type BedrockClientConfig = {
  readonly region: string
  readonly authSchemePreference: string[]
  readonly credentials?: ReturnType<typeof fromIni>
  readonly token?: { readonly token: string }
}

/** The value of the secret `bedrock-keys`, as JSON. */
export const accessKeys = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().optional(),
})
export type AccessKeys = z.infer<typeof accessKeys>

/** The variable the SDK takes a Bedrock API key from. */
export const bearerVariable = 'AWS_BEARER_TOKEN_BEDROCK'

/**
 * The configuration that makes a client use exactly the chosen credentials.
 *
 * `authSchemePreference` is always set: without it an AWS_BEARER_TOKEN_BEDROCK left in the environment beats the
 * profile or keys the person chose, and the bill goes to an account nobody named.
 *
 * @throws AppError `CREDENTIALS_MISSING` when the vault has no such secret. Profiles are read later, by the client.
 */
export async function configureClient({ region, auth, secrets }: BedrockConnection): Promise<BedrockClientConfig> {
  switch (auth.kind) {
    case 'default': {
      const token = process.env[bearerVariable]
      if (token) return withToken(region, token)
      const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
      return { region, authSchemePreference: ['sigv4'], credentials: fromNodeProviderChain({ ignoreCache: true }) }
    }
    case 'profile': {
      const { fromIni: fromProfile } = await import('@aws-sdk/credential-providers')
      // Not the whole chain: a profile that fails must not fall through to the machine's own role.
      return {
        region,
        authSchemePreference: ['sigv4'],
        credentials: fromProfile({ profile: auth.profile, ignoreCache: true }),
      }
    }
    case 'keys': {
      const keys = parseKeys(await secrets.get('bedrock-keys'))
      return { region, authSchemePreference: ['sigv4'], credentials: () => Promise.resolve(keys) }
    }
    case 'bearer': {
      const token = await secrets.get('bedrock-bearer')
      if (!token) throw missing('No Bedrock API key is stored.')
      return withToken(region, token)
    }
  }
}

/** Profile names of `~/.aws/config` and `~/.aws/credentials`, in order of name; none when there are no such files. */
export async function listProfiles(): Promise<string[]> {
  const { loadSharedConfigFiles } = await import('@smithy/core/config')
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true })
  const profiles = Object.keys(configFile).filter((name) => !/^(sso-session|services)\./.test(name))
  return [...new Set([...profiles, ...Object.keys(credentialsFile)])].sort((a, b) => a.localeCompare(b))
}

function withToken(region: string, token: string): BedrockClientConfig {
  return { region, authSchemePreference: ['httpBearerAuth'], token: { token } }
}

function parseKeys(json: string | undefined): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
  if (json === undefined) throw missing('No AWS access keys are stored.')
  const parsed = accessKeys.safeParse(readJson(json))
  if (!parsed.success) throw missing('The stored AWS access keys cannot be read.')
  const { accessKeyId, secretAccessKey, sessionToken } = parsed.data
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function missing(message: string): AppError {
  return new AppError('CREDENTIALS_MISSING', message, { hint: 'Enter them in Settings.' })
}
