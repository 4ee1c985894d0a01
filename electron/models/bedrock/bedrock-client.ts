import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import type { HttpRequest } from '@smithy/core/transport'
import { configureClient, type BedrockConnection } from './credentials.ts'
import type { KeptConnections } from './kept-connections.ts'
import { eventStreamReader } from './event-stream-reader.ts'

/**
 * A client of one region and identity, over connections that outlive it.
 *
 * It never retries by itself: each try costs, and is shown to the person and can be stopped by them, so the agent loop
 * makes them.
 *
 * @throws AppError `CREDENTIALS_MISSING` when the vault has no such secret.
 */
export async function openBedrockClient(
  connection: BedrockConnection,
  connections: KeptConnections,
): Promise<BedrockRuntimeClient> {
  const client = new BedrockRuntimeClient({
    ...(await configureClient(connection)),
    maxAttempts: 1,
    requestHandler: connections,
    eventStreamSerdeProvider: eventStreamReader,
  })
  // It copies the whole conversation with each request, to tell nobody.
  client.middlewareStack.remove('loggerMiddleware')
  return client
}

/**
 * Does all that comes before a request: credentials, signature, connection. Nothing is sent but a handshake and a PING.
 * Rejects as a request would.
 */
export async function warmUpClient(client: BedrockRuntimeClient, connections: KeptConnections): Promise<void> {
  const command = new ConverseStreamCommand({ modelId: 'warm-up', messages: [] })
  command.middlewareStack.add(
    () =>
      async ({ request }) => {
        await connections.open(request as HttpRequest)
        return { response: undefined, output: { $metadata: {}, stream: undefined } }
      },
    // The last step, outside of what reads the answer: the request is signed, and goes no further.
    { step: 'deserialize', priority: 'high' },
  )
  await client.send(command)
}
