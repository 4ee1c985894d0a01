import { ConverseStreamCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { Model } from '../../agent/ports.ts'
import { cancelled, guardStream } from '../guard-stream.ts'
import { openBedrockClient, warmUpClient } from './bedrock-client.ts'
import type { BedrockConnection } from './credentials.ts'
import type { KeptConnections } from './kept-connections.ts'
import { toBedrockError } from './map-error.ts'
import { readAnswer } from './read-answer.ts'
import { toConverse } from './to-converse.ts'

export type BedrockModelOptions = BedrockConnection & {
  /** The caller's: they outlive a change of credentials. */
  readonly connections: KeptConnections
  /**
   * How long the service may stay silent, before its first event and between two. A model that hides its thinking can
   * be silent for minutes.
   */
  readonly stallTimeoutMs?: number
}

export type BedrockModel = Model & {
  /**
   * Makes ready what the next request needs: credentials, signature, connection. Does nothing when that was done
   * within the last minute and the connection still stands. Throws the `AppError` the request would.
   */
  warmUp(signal: AbortSignal): Promise<void>
}

const staysWarmMs = 60_000
const warmUpWithinMs = 20_000

/** Every model of Bedrock in one region, through ConverseStream. One client is made at the first request and kept. */
export function createBedrockModel(options: BedrockModelOptions): BedrockModel {
  const { region, auth, connections, stallTimeoutMs = 240_000 } = options
  let opened: Promise<BedrockRuntimeClient> | undefined
  let warmedAt = -Infinity

  function client(): Promise<BedrockRuntimeClient> {
    opened ??= openBedrockClient(options, connections)
    return opened
  }

  function explain(
    failure: unknown,
    { subject, hasStarted }: { readonly subject: string; readonly hasStarted: boolean },
  ) {
    const error = toBedrockError(failure, { subject, region, auth, hasStarted })
    // Credentials may be renewed outside the app, and a vault may open later: the next request reads them afresh.
    if (error.code.startsWith('CREDENTIALS_') || error.code === 'INTERNAL') opened = undefined
    return error
  }

  return {
    stream(request, signal) {
      const subject = request.model.label
      const source = {
        subject,
        stallTimeoutMs,
        observer: request.observer,
        explain: (failure: unknown, hasStarted: boolean) => explain(failure, { subject, hasStarted }),
        async send(abortSignal: AbortSignal) {
          const { stream } = await (
            await client()
          ).send(new ConverseStreamCommand(toConverse(request)), { abortSignal })
          return stream ?? noEvents()
        },
      }
      return { [Symbol.asyncIterator]: () => readAnswer(source, signal) }
    },
    async warmUp(signal) {
      if (Date.now() - warmedAt < staysWarmMs && connections.isOpen()) return
      const guard = guardStream(signal, warmUpWithinMs)
      try {
        await guard.during(client().then((known) => warmUpClient(known, connections)))
        warmedAt = Date.now()
      } catch (failure) {
        if (signal.aborted) throw cancelled()
        throw explain(failure, { subject: 'the next answer', hasStarted: false })
      } finally {
        guard.close()
      }
    },
  }
}

async function* noEvents(): AsyncGenerator<never> {}
