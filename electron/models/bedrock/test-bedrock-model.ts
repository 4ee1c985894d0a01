import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { ModelInfo } from '../../../shared/models.ts'
import { timeOneWord } from '../time-one-word.ts'
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
  const bedrock = createBedrockModel({ ...connection, stallTimeoutMs: 30_000 })
  return { latencyMs: await timeOneWord(bedrock, model, signal), identity }
}

async function readIdentity(connection: BedrockConnection, model: ModelInfo): Promise<string> {
  const { auth, region } = connection
  try {
    return await describeIdentity(new BedrockRuntimeClient(await configureClient(connection)), auth)
  } catch (error) {
    throw toBedrockError(error, { subject: model.label, region, auth, hasStarted: false })
  }
}
