import type { ModelInfo } from '../../../shared/models.ts'
import { timeOneWord } from '../time-one-word.ts'
import { openBedrockClient } from './bedrock-client.ts'
import { createBedrockModel } from './bedrock-model.ts'
import type { BedrockConnection } from './credentials.ts'
import { describeIdentity } from './describe-identity.ts'
import { keepConnections, type KeptConnections } from './kept-connections.ts'
import { toBedrockError } from './map-error.ts'

/**
 * Asks the model for one word, the way the chat asks: streaming is a permission of its own in AWS. On a
 * connection of its own, so that nothing kept from earlier hides what is wrong now.
 *
 * @returns How long the whole answer took, and who asked.
 * @throws AppError with a model code.
 */
export async function testBedrockModel(
  connection: BedrockConnection,
  model: ModelInfo,
  signal: AbortSignal,
): Promise<{ latencyMs: number; identity: string }> {
  const connections = keepConnections()
  try {
    const identity = await readIdentity(connection, model, connections)
    const bedrock = createBedrockModel({ ...connection, connections, stallTimeoutMs: 30_000 })
    return { latencyMs: await timeOneWord(bedrock, model, signal), identity }
  } finally {
    connections.close()
  }
}

async function readIdentity(
  connection: BedrockConnection,
  model: ModelInfo,
  connections: KeptConnections,
): Promise<string> {
  const { auth, region } = connection
  try {
    return await describeIdentity(await openBedrockClient(connection, connections), auth)
  } catch (error) {
    throw toBedrockError(error, { subject: model.label, region, auth, hasStarted: false })
  }
}
