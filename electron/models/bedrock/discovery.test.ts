import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../../e2e/bedrock-emulator/emulator.ts'
import { modelList } from '../../../shared/models.ts'
import type { SecretStore } from '../../host.ts'
import { bedrockCatalog } from '../catalog.ts'
import { discoverBedrockModels } from './discovery.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
  process.env['AWS_ENDPOINT_URL_BEDROCK'] = emulator.address
})
afterEach(() => emulator.reset())
afterAll(() => emulator.close())

describe('the models of an account', () => {
  test('are its profiles and the models that answer without one, in the catalog’s order', async () => {
    const { models, source } = await discoverBedrockModels(connection, signal)
    expect(source).toEqual({ provider: 'bedrock', label: 'Amazon Bedrock (us-east-1)', origin: 'account' })
    expect(modelList.parse({ models, sources: [source] }).models).toEqual(models)
    const ids = models.map((model) => model.endpointModelId)
    expect(ids.slice(0, 4)).toEqual([
      'us.anthropic.claude-sonnet-5-5',
      'global.anthropic.claude-sonnet-5-5',
      'us.anthropic.claude-opus-5-5',
      'global.anthropic.claude-opus-5-5',
    ])
    expect(ids).toContain('amazon.nova-pro-v1:0')
    expect(ids).not.toContain('anthropic.claude-opus-5-5')
  })

  test('are described as far as the account tells when the catalog does not know them', async () => {
    await withAccount(
      {
        '/foundation-models': { modelSummaries: [summary('vendor.new-v1', 'Vendor', 'New', ['TEXT', 'IMAGE'])] },
        '/inference-profiles': {},
      },
      async () => {
        const { models } = await discoverBedrockModels(connection, signal)
        expect(models).toHaveLength(1)
        expect(models[0]).toMatchObject({ label: 'Vendor New', accepts: { images: true, temperature: false } })
        expect(models[0]).not.toHaveProperty('price')
      },
    )
  })

  test('include profiles of one’s own, priced by where they may run', async () => {
    const sonnet = 'anthropic.claude-sonnet-5-5'
    const profile = (id: string, modelArns: string[]) => ({
      inferenceProfileId: id,
      inferenceProfileArn: `arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/${id}`,
      inferenceProfileName: `team-${id}`,
      models: modelArns.map((modelArn) => ({ modelArn })),
      status: 'ACTIVE',
      type: 'APPLICATION',
    })
    const regional = [`arn:aws:bedrock:us-east-1::foundation-model/${sonnet}`]
    const anywhere = [...regional, `arn:aws:bedrock:::foundation-model/${sonnet}`]
    await withAccount(
      {
        '/foundation-models': { modelSummaries: [{ ...summary(sonnet), inferenceTypesSupported: [] }] },
        '/inference-profiles?type=APPLICATION': {
          inferenceProfileSummaries: [profile('a', regional), profile('b', anywhere)],
        },
        '/inference-profiles': {},
      },
      async () => {
        const { models } = await discoverBedrockModels(connection, signal)
        expect(models).toMatchObject([
          {
            endpointModelId: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a',
            label: 'team-a · Claude Sonnet 5.5',
            price: { input: 2.2 },
          },
          { label: 'team-b · Claude Sonnet 5.5 (global)', price: { input: 2 } },
        ])
      },
    )
  })

  test('leave out what cannot stream text, is retired, or is not active', async () => {
    await withAccount(
      {
        '/foundation-models': {
          modelSummaries: [
            { ...summary('vendor.silent-v1'), responseStreamingSupported: false },
            { ...summary('vendor.painter-v1'), outputModalities: ['IMAGE'] },
            { ...summary('vendor.old-v1'), modelLifecycle: { status: 'LEGACY' } },
          ],
        },
        '/inference-profiles': {},
      },
      async () => expect((await discoverBedrockModels(connection, signal)).models).toEqual([]),
    )
  })
})

describe('when the account cannot be asked', () => {
  test('the built-in list stands in and the reason is given', async () => {
    emulator.configure({ credentials: 'expired' })
    expect(await discoverBedrockModels(connection, signal)).toEqual({
      models: bedrockCatalog('us-east-1'),
      source: {
        provider: 'bedrock',
        label: 'Amazon Bedrock (us-east-1)',
        origin: 'built-in',
        problem: 'The stored AWS access keys expired. Showing the built-in list. Enter new keys in Settings.',
      },
    })
  })

  test('cancelling throws', async () => {
    await expect(discoverBedrockModels(connection, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

const { signal } = new AbortController()
const secrets: SecretStore = {
  keptIn: 'memory',
  get: () => Promise.resolve(JSON.stringify({ accessKeyId: 'AKIDEXAMPLE0001', secretAccessKey: 'secret' })),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
}
const connection = { region: 'us-east-1', auth: { kind: 'keys' }, secrets } as const

function summary(modelId: string, providerName = 'Vendor', modelName = modelId, inputModalities = ['TEXT']) {
  return {
    modelId,
    modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`,
    modelName,
    providerName,
    inputModalities,
    outputModalities: ['TEXT'],
    responseStreamingSupported: true,
    inferenceTypesSupported: ['ON_DEMAND'],
    modelLifecycle: { status: 'ACTIVE' },
  }
}

/** An account with models the emulator does not have: a path, or a path with its type, to its answer. */
async function withAccount(answers: Readonly<Record<string, object>>, run: () => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://account')
    const answer = answers[`${pathname}?type=${searchParams.get('type') ?? ''}`] ?? answers[pathname]
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  process.env['AWS_ENDPOINT_URL_BEDROCK'] = `http://127.0.0.1:${await listen(server)}`
  try {
    await run()
  } finally {
    process.env['AWS_ENDPOINT_URL_BEDROCK'] = emulator.address
    server.closeAllConnections()
    server.close()
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
