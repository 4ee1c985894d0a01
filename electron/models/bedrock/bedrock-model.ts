import { BedrockRuntimeClient, ConverseStreamCommand, type ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime'
import type { Model, ModelRequest } from '../../agent/ports.ts'
import { cancelled, guardStream } from '../guard-stream.ts'
import { configureClient, type BedrockConnection } from './credentials.ts'
import { asAppError, brokenStream, silentService } from './failure.ts'
import { fromConverse } from './from-converse.ts'
import { toBedrockError } from './map-error.ts'
import { toConverse } from './to-converse.ts'

export type BedrockModelOptions = BedrockConnection & {
  /**
   * How long the service may stay silent, before its first event and between two. Below the SDK's own 300 s, after
   * which it drops the connection without saying so; a model that hides its thinking can be silent for minutes.
   */
  readonly stallTimeoutMs?: number
}

/**
 * Every model of Bedrock, through ConverseStream. One client is made at the first request and kept. The SDK retries
 * throttling and failing connections until the first event has come, and never after.
 *
 * A connection that ends before `messageStop` is an error whatever the SDK says: over HTTP/2 it ends such a stream
 * as if it were whole. One that ends after it is a whole answer, perhaps without its usage.
 */
export function createBedrockModel(options: BedrockModelOptions): Model {
  const { region, auth, stallTimeoutMs = 240_000 } = options
  let client: Promise<BedrockRuntimeClient> | undefined

  return {
    async *stream(request, signal) {
      const guard = guardStream(signal, stallTimeoutMs)
      let hasStarted = false
      let hasStopped = false
      let failure: unknown
      try {
        client ??= createClient(options)
        const events = await guard.during(send(client, request, guard.signal))
        hasStarted = true
        for await (const event of events) {
          guard.noteActivity()
          const ours = fromConverse(event)
          if (ours === null) continue
          if (ours.type === 'message-stopped') hasStopped = true
          yield ours
        }
      } catch (error) {
        failure = error
      } finally {
        // Also when the reader leaves early: the SDK would keep the HTTP stream open.
        guard.close()
      }

      if (signal.aborted) throw cancelled()
      const subject = request.model.label
      if (failure === undefined || guard.hasStalled) {
        if (hasStopped) return
        throw asAppError(guard.hasStalled ? silentService(subject) : brokenStream(subject), failure)
      }
      const error = toBedrockError(failure, { subject, region, auth, hasStarted })
      if (hasStopped && error.code === 'MODEL_STREAM_BROKEN') return
      // Credentials may be renewed outside the app, and a vault may open later: the next request reads them afresh.
      if (error.code.startsWith('CREDENTIALS_') || error.code === 'INTERNAL') client = undefined
      throw error
    },
  }
}

async function createClient(options: BedrockModelOptions): Promise<BedrockRuntimeClient> {
  return new BedrockRuntimeClient(await configureClient(options))
}

async function send(
  client: Promise<BedrockRuntimeClient>,
  request: ModelRequest,
  abortSignal: AbortSignal,
): Promise<AsyncIterable<ConverseStreamOutput>> {
  const { stream } = await (await client).send(new ConverseStreamCommand(toConverse(request)), { abortSignal })
  return stream ?? noEvents()
}

async function* noEvents(): AsyncGenerator<never> {}
