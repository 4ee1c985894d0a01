import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { ModelInfo } from '../../../shared/models.ts'
import { createBedrockModel } from './bedrock-model.ts'
import { configureClient, type BedrockConnection } from './credentials.ts'
import { describeIdentity } from './describe-identity.ts'
import { toBedrockError } from './map-error.ts'

/**
 * Asks the model for one word, the way the chat asks: streaming is a permission of its own in AWS.
 *
 * @returns How long the whole answer took, and who asked.
 * @throws AppError with a model code.
 */
export async function testBedrockModel(
  connection: BedrockConnection,
  model: ModelInfo,
  signal: AbortSignal,
): Promise<{ latencyMs: number; identity: string }> {
  const identity = await readIdentity(connection, model)
  const startedAt = performance.now()
  const request = {
    model,
    system: '',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Reply with the word OK.' }] }],
    tools: [],
    // The least every provider on Bedrock takes.
    inference: { maxTokens: 16 },
  } as const
  const events = createBedrockModel({ ...connection, stallTimeoutMs: 30_000 }).stream(request, signal)
  for await (const event of events) if (event.type === 'message-stopped') break
  return { latencyMs: Math.round(performance.now() - startedAt), identity }
}

async function readIdentity(connection: BedrockConnection, model: ModelInfo): Promise<string> {
  const { auth, region } = connection
  try {
    return await describeIdentity(new BedrockRuntimeClient(await configureClient(connection)), auth)
  } catch (error) {
    throw toBedrockError(error, { subject: model.label, region, auth, hasStarted: false })
  }
}
