import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { BedrockRuntimeClient, type ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime'
import type { ToolSpec } from '../electron/agent/ports.ts'
import { createRunRegistry } from '../electron/agent/run-registry.ts'
import { createBedrockModel } from '../electron/models/bedrock/bedrock-model.ts'
import { configureClient, type BedrockConnection } from '../electron/models/bedrock/credentials.ts'
import { keepConnections } from '../electron/models/bedrock/kept-connections.ts'
import { createPromptCache } from '../electron/models/caching/prompt-cache.ts'
import { withPromptCache } from '../electron/models/caching/with-prompt-cache.ts'
import { findModel } from '../electron/models/catalog.ts'
import { openStorage } from '../electron/storage/open-storage.ts'
import { createMemorySecrets } from '../electron/web/memory-secrets.ts'
import { spawnNodeWorker } from '../electron/workers/spawn-node-worker.ts'
import { collectGarbage } from './collect-garbage.ts'
import { readWithApp } from './read-with-app.ts'
import { readWithSdk } from './read-with-sdk.ts'
import { startEmulator, type Emulator } from './start-emulator.ts'
import { newQuestion, storeConversation } from './stored-conversation.ts'
import type { StreamSample } from './stream-sample.ts'

/** The same question over the same history, read by the SDK alone and by the app. */
export type Pair = { readonly sdk: StreamSample; readonly app: StreamSample }

export type Readers = {
  readonly emulator: Emulator
  /** Prepares a conversation of so many messages; each call of what it returns asks once with each reader. */
  prepare(options: {
    readonly messageCount: number
    readonly tools?: readonly ToolSpec[]
  }): Promise<() => Promise<Pair>>
  close(): Promise<void>
}

/**
 * Everything both readers need: the emulator, the app's real database, and one AWS client each, with the same
 * credentials and a kept connection: the SDK's own would open one for each answer, and the handshake would be compared.
 */
export async function openReaders(): Promise<Readers> {
  const emulator = await startEmulator()
  const connection = await emulatedConnection()
  const sdkConnections = keepConnections()
  const appConnections = keepConnections()
  const config = await configureClient(connection)
  const client = new BedrockRuntimeClient({ ...config, maxAttempts: 1, requestHandler: sdkConnections })
  const promptCache = createPromptCache({ elapsedMs: () => performance.now() })
  const bedrock = createBedrockModel({ ...connection, connections: appConnections })
  const model = withPromptCache(bedrock, promptCache, connection.region)
  const modelInfo = findModel('us.anthropic.claude-sonnet-5-5', connection.region)
  if (modelInfo === undefined) throw new Error('The catalog has lost the model of this bench.')
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-bench-'))
  const spawn = () => spawnNodeWorker('storage', 'thread')
  const { storage } = await openStorage({ spawn, file: path.join(folder, 'bench.db') })
  const registry = createRunRegistry(storage.runs, (error) => console.error('The registry failed:', error))

  return {
    emulator,
    async prepare({ messageCount, tools = [] }) {
      const conversation = await storeConversation(storage, { modelId: modelInfo.id, messageCount })
      const question = newQuestion('And in November?')
      const request = { model: modelInfo, system: { stable: 'You are an analyst.', varying: '' }, tools, inference: {} }
      const askApp = () => afterGarbage(() => readWithApp({ registry, model, conversation, question, request }))
      // What the app sends, cache points and all: the service must not have more to do for one of the two. The second
      // time, since a prompt is cached further once the service is known to hold its beginning.
      await askApp()
      await askApp()
      const input: ConverseStreamCommandInput = { modelId: modelInfo.endpointModelId, ...(await lastBody(emulator)) }
      const askSdk = () => afterGarbage(() => readWithSdk(client, input))
      let isAppFirst = false
      return async () => {
        // In turns: who comes second finds what the first has warmed.
        isAppFirst = !isAppFirst
        const first = isAppFirst ? await askApp() : await askSdk()
        const second = isAppFirst ? await askSdk() : await askApp()
        const pair = isAppFirst ? { sdk: second, app: first } : { sdk: first, app: second }
        await checkFairness(emulator, pair)
        return pair
      }
    },
    async close() {
      sdkConnections.close()
      appConnections.close()
      await storage.close()
      emulator.stop()
      await rm(folder, { recursive: true })
    },
  }
}

function afterGarbage<Value>(work: () => Promise<Value>): Promise<Value> {
  collectGarbage()
  return work()
}

async function emulatedConnection(): Promise<BedrockConnection> {
  const secrets = createMemorySecrets()
  await secrets.set('bedrock-keys', JSON.stringify({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }))
  return { region: 'us-east-1', auth: { kind: 'keys' }, secrets }
}

/** A figure is worth nothing when the two did not do the same work. */
async function checkFairness(emulator: Emulator, { sdk, app }: Pair): Promise<void> {
  const [first, second] = (await emulator.bodies()).slice(-2)
  if (first === undefined || !isDeepStrictEqual(first, second)) throw new Error('The two requests were not the same.')
  if (sdk.characters !== app.characters) {
    throw new Error(`The SDK read ${sdk.characters} characters and the app ${app.characters}.`)
  }
}

async function lastBody(emulator: Emulator): Promise<Pick<ConverseStreamCommandInput, 'messages'>> {
  const body = (await emulator.bodies()).at(-1)
  if (typeof body !== 'object' || body === null) throw new Error('The app has sent nothing.')
  return body
}
