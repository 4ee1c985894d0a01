import type { Model, ModelEvent } from '../../agent/ports.ts'
import type { LocalServer } from '../../../shared/settings.ts'
import { cancelled, guardStream } from '../guard-stream.ts'
import {
  brokenAnswer,
  strangeAnswer,
  readErrorMessage,
  silentServer,
  toConnectionError,
  toResponseError,
  type ChatFailureContext,
} from './map-error.ts'
import { createChunkReader, type ChatChunk } from './read-chunks.ts'
import { readServerEvents } from './read-server-events.ts'
import { toChatRequest } from './to-chat-request.ts'

export type OpenAiModelOptions = {
  readonly server: LocalServer
  /** How long the server may stay silent. Loading a large model takes minutes on a slow disk. */
  readonly stallTimeoutMs?: number
}

/** Models behind an OpenAI-compatible server on this computer or network: Ollama, llama.cpp, LM Studio. */
export function createOpenAiModel({ server, stallTimeoutMs = 280_000 }: OpenAiModelOptions): Model {
  return {
    async *stream(request, signal) {
      const guard = guardStream(signal, stallTimeoutMs)
      const context = { server, model: request.model.endpointModelId, hasStarted: false }
      const reader = createChunkReader()
      let usage: UsageEvent | undefined
      let hasStopped = false
      let failure: unknown
      try {
        const body = await post(JSON.stringify(toChatRequest(request)), context, guard.signal)
        for await (const data of readServerEvents(body)) {
          guard.noteActivity()
          if (!context.hasStarted) request.observer?.noteStart()
          context.hasStarted = true
          if (data === '[DONE]') {
            if (!hasStopped) yield { type: 'message-stopped', reason: reader.stopReason ?? 'end-turn' }
            hasStopped = true
            break
          }
          const chunk = parseChunk(data, context)
          yield* reader.read(chunk)
          if (reader.stopReason !== undefined && !hasStopped) {
            hasStopped = true
            yield { type: 'message-stopped', reason: reader.stopReason }
          }
          usage = usageOf(chunk) ?? usage
        }
      } catch (error) {
        failure = error
      } finally {
        guard.close()
      }

      if (signal.aborted) throw cancelled()
      if (!hasStopped) {
        if (guard.hasStalled) throw silentServer(context, failure)
        throw failure === undefined ? brokenAnswer(context) : toConnectionError(failure, context)
      }
      if (usage !== undefined) yield { ...usage, ...request.observer?.report(usage.usage) }
    },
  }
}

async function post(
  body: string,
  context: ChatFailureContext,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(`${context.server.baseUrl.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body,
    signal,
    // A redirect would carry the conversation to an address nobody configured.
    redirect: 'error',
  })
  if (!response.ok) throw toResponseError(response.status, await response.text(), context)
  const isStream = response.headers.get('content-type')?.includes('text/event-stream') === true
  if (!isStream || response.body === null) throw strangeAnswer(context)
  return response.body
}

/** An error may come in the middle, where the status could no longer say it. */
function parseChunk(data: string, context: ChatFailureContext): ChatChunk {
  let chunk: unknown
  try {
    chunk = JSON.parse(data)
  } catch (error) {
    throw strangeAnswer(context, error)
  }
  if (typeof chunk !== 'object' || chunk === null) throw strangeAnswer(context)
  if ('error' in chunk && chunk.error)
    throw toResponseError(500, JSON.stringify({ error: readErrorMessage(data) }), context)
  return chunk
}

type UsageEvent = Extract<ModelEvent, { type: 'usage' }>

/** `prompt_tokens` counts the whole prompt; these servers charge nothing, so what their cache saved is not told apart. */
function usageOf({ usage }: ChatChunk): UsageEvent | undefined {
  if (usage === undefined || usage === null) return undefined
  return {
    type: 'usage',
    usage: {
      inputTokens: tokens(usage.prompt_tokens),
      outputTokens: tokens(usage.completion_tokens),
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
    },
    latencyMs: null,
  }
}

function tokens(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}
