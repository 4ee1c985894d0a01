import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../../e2e/bedrock-emulator/emulator.ts'
import type { BedrockAuth } from '../../../shared/settings.ts'
import type { SecretName, SecretStore } from '../../host.ts'
import { bedrockCatalog } from '../catalog.ts'
import { createBedrockModel } from './bedrock-model.ts'
import { listProfiles } from './credentials.ts'
import { discoverBedrockModels } from './discovery.ts'
import { keepConnections } from './kept-connections.ts'
import { testBedrockModel } from './test-bedrock-model.ts'

let emulator: Emulator
let folder: string
const clean = { ...process.env }

beforeAll(async () => {
  emulator = await startEmulator()
  folder = await mkdtemp(join(tmpdir(), 'bedrock-credentials-'))
  await writeFile(
    join(folder, 'config'),
    [
      '[default]',
      'region = eu-west-1',
      '[profile analytics]',
      'aws_access_key_id = AKIDPROFILE00001',
      'aws_secret_access_key = secret',
      '[profile signed-out]',
      'sso_session = company',
      'sso_account_id = 123456789012',
      'sso_role_name = Analyst',
      '[profile cert.prod]',
      'region = eu-west-1',
      '[sso-session company]',
      'sso_start_url = https://company.awsapps.com/start',
      'sso_region = us-east-1',
      '[services local]',
      'bedrock =',
      '  endpoint_url = http://127.0.0.1:9',
    ].join('\n'),
  )
  await writeFile(
    join(folder, 'credentials'),
    ['[personal]', 'aws_access_key_id = AKIDPERSONAL0001', 'aws_secret_access_key = secret'].join('\n'),
  )
})
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_ENDPOINT_URL: emulator.address,
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})
afterEach(() => {
  emulator.reset()
  process.env = { ...clean }
})
afterAll(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

describe('the identity requests are sent with', () => {
  test('is the stored keys', async () => {
    expect(await whoAsks({ kind: 'keys' })).toEqual({
      identity: 'the stored AWS access keys (key …0001)',
      signedBy: 'AKIDVAULT0000001',
    })
  })

  test('is the stored API key', async () => {
    expect(await whoAsks({ kind: 'bearer' })).toEqual({
      identity: 'the stored Bedrock API key',
      signedBy: 'Bearer vault-token',
    })
  })

  test('is the named profile, from either file', async () => {
    expect(await whoAsks({ kind: 'profile', profile: 'analytics' })).toEqual({
      identity: 'the AWS profile “analytics” (key …0001)',
      signedBy: 'AKIDPROFILE00001',
    })
    expect((await whoAsks({ kind: 'profile', profile: 'personal' })).signedBy).toBe('AKIDPERSONAL0001')
  })

  test('is what the SDK finds by itself, named after where it was found', async () => {
    process.env['AWS_PROFILE'] = 'analytics'
    expect((await whoAsks({ kind: 'default' })).identity).toBe('the AWS profile “analytics” (key …0001)')
    delete process.env['AWS_PROFILE']
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDENVIRON00007', AWS_SECRET_ACCESS_KEY: 'secret' })
    expect(await whoAsks({ kind: 'default' })).toEqual({
      identity: 'AWS_ACCESS_KEY_ID of the environment (key …0007)',
      signedBy: 'AKIDENVIRON00007',
    })
  })

  test('is the API key of the environment only when nothing was chosen, and that is said', async () => {
    process.env['AWS_BEARER_TOKEN_BEDROCK'] = 'environment-token'
    expect(await whoAsks({ kind: 'default' })).toEqual({
      identity: 'the Bedrock API key in AWS_BEARER_TOKEN_BEDROCK',
      signedBy: 'Bearer environment-token',
    })
    expect((await whoAsks({ kind: 'profile', profile: 'analytics' })).signedBy).toBe('AKIDPROFILE00001')
    expect((await whoAsks({ kind: 'keys' })).signedBy).toBe('AKIDVAULT0000001')
    expect((await whoAsks({ kind: 'bearer' })).signedBy).toBe('Bearer vault-token')
  })

  test('is the same for the list of models', async () => {
    process.env['AWS_BEARER_TOKEN_BEDROCK'] = 'environment-token'
    await discoverBedrockModels(connectionWith({ kind: 'profile', profile: 'analytics' }), signal)
    expect(emulator.requests.map(signerOf)).toEqual(['AKIDPROFILE00001', 'AKIDPROFILE00001', 'AKIDPROFILE00001'])
  })
})

describe('credentials that are not there', () => {
  test.each<[BedrockAuth, string, string, string]>([
    [
      { kind: 'default' },
      'CREDENTIALS_MISSING',
      'No AWS credentials were found on this computer.',
      'Choose a profile in Settings, enter keys there, or run aws configure sso in a terminal.',
    ],
    [
      { kind: 'profile', profile: 'nobody' },
      'CREDENTIALS_MISSING',
      'The AWS profile “nobody” gave no credentials.',
      'Check its name in Settings and its entry in ~/.aws/config, or choose another one.',
    ],
    [
      { kind: 'profile', profile: 'signed-out' },
      'CREDENTIALS_EXPIRED',
      'The sign-in of the AWS profile “signed-out” is missing or expired.',
      'Run aws sso login --profile signed-out in a terminal, then retry.',
    ],
  ])('%o end in %s and the next step', async (auth, code, message, hint) => {
    await expect(whoAsks(auth)).rejects.toMatchObject({ code, message, hint })
    expect(emulator.requests).toEqual([])
  })

  test.each<[BedrockAuth, string | undefined, string]>([
    [{ kind: 'keys' }, undefined, 'No AWS access keys are stored.'],
    [{ kind: 'keys' }, '{"accessKeyId":"A"}', 'The stored AWS access keys cannot be read.'],
    [{ kind: 'keys' }, 'not JSON', 'The stored AWS access keys cannot be read.'],
    [{ kind: 'bearer' }, undefined, 'No Bedrock API key is stored.'],
  ])('in the vault (%o holding %s) are asked for', async (auth, secret, message) => {
    const secrets = { ...vault, get: () => Promise.resolve(secret) }
    await expect(whoAsks(auth, secrets)).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING', message })
  })

  test('of a named profile are never replaced by those of the machine', async () => {
    const machine = createServer((_, response) => {
      response.end(
        JSON.stringify({
          AccessKeyId: 'AKIDMACHINE00001',
          SecretAccessKey: 'secret',
          Token: 'token',
          Expiration: '2999-01-01T00:00:00Z',
        }),
      )
    })
    const port = await new Promise<number>((resolve) => {
      machine.listen(0, '127.0.0.1', () => resolve((machine.address() as AddressInfo).port))
    })
    process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = `http://127.0.0.1:${port}/`
    try {
      expect((await whoAsks({ kind: 'default' })).identity).toBe('the container’s role (key …0001)')
      const failing = whoAsks({ kind: 'profile', profile: 'nobody' })
      await expect(failing).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' })
    } finally {
      machine.closeAllConnections()
      machine.close()
    }
  })

  test('are read again by the same model once they were refused', async () => {
    let secret: string | undefined
    const secrets = { ...vault, get: () => Promise.resolve(secret) }
    const connections = keepConnections()
    const model = createBedrockModel({ ...connectionWith({ kind: 'keys' }, secrets), connections })
    const ask = async () => {
      let last: string | undefined
      for await (const event of model.stream(requestTo(), signal)) last = event.type
      return last
    }
    await expect(ask()).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' })
    secret = stored['bedrock-keys']
    expect(await ask()).toBe('usage')
    emulator.configure({ credentials: 'expired' })
    await expect(ask()).rejects.toMatchObject({ code: 'CREDENTIALS_EXPIRED' })
    secret = JSON.stringify({ accessKeyId: 'AKIDRENEWED00001', secretAccessKey: 'secret' })
    emulator.configure({ credentials: 'accepted' })
    await ask()
    expect(signerOf(emulator.requests.at(-1))).toBe('AKIDRENEWED00001')
    connections.close()
  })

  test('are found as soon as the file has them', async () => {
    const file = join(folder, 'later')
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = file
    await expect(whoAsks({ kind: 'profile', profile: 'later' })).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' })
    await writeFile(file, '[later]\naws_access_key_id = AKIDLATER0000001\naws_secret_access_key = secret\n')
    expect((await whoAsks({ kind: 'profile', profile: 'later' })).signedBy).toBe('AKIDLATER0000001')
  })
})

describe('the profiles to choose from', () => {
  test('are those of both files, without sections that are no profiles', async () => {
    expect(await listProfiles()).toEqual(['analytics', 'cert.prod', 'default', 'personal', 'signed-out'])
  })

  test('are none when there are no files', async () => {
    process.env['AWS_CONFIG_FILE'] = join(folder, 'absent')
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'absent')
    expect(await listProfiles()).toEqual([])
  })
})

const { signal } = new AbortController()

const stored: Readonly<Record<SecretName, string>> = {
  'bedrock-keys': JSON.stringify({ accessKeyId: 'AKIDVAULT0000001', secretAccessKey: 'secret' }),
  'bedrock-bearer': 'vault-token',
}
const vault: SecretStore = {
  keptIn: 'memory',
  get: (name) => Promise.resolve(stored[name]),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
}

function connectionWith(auth: BedrockAuth, secrets = vault) {
  return { region: 'us-east-1', auth, secrets }
}

function requestTo() {
  const [model] = bedrockCatalog('us-east-1')
  if (model === undefined) throw new Error('The catalog is empty.')
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] as const
  return { model, system: { stable: '', varying: '' }, messages, tools: [], inference: {} }
}

async function whoAsks(auth: BedrockAuth, secrets = vault): Promise<{ identity: string; signedBy: string }> {
  const { identity } = await testBedrockModel(connectionWith(auth, secrets), requestTo().model, signal)
  return { identity, signedBy: signerOf(emulator.requests.at(-1)) }
}

/** The access key of a signature, or the whole header of a bearer token, as it arrived. */
function signerOf(request: Emulator['requests'][number] | undefined): string {
  const header = request?.headers['authorization'] ?? ''
  return /Credential=(?<key>[^/]+)/.exec(header)?.groups?.['key'] ?? header
}
