import { AppError } from '../../../shared/errors.ts'
import type { LocalServer } from '../../../shared/settings.ts'

/** What was asked of a local server. `model` is null for the list of models. */
export type ChatFailureContext = {
  readonly server: LocalServer
  readonly model: string | null
  readonly hasStarted: boolean
}

/** A connection that failed, as a sentence with a next step. */
export function toConnectionError(error: unknown, context: ChatFailureContext): AppError {
  if (error instanceof AppError) return error
  const { server, hasStarted } = context
  if (hasStarted) return brokenAnswer(context, error)
  const code = networkCodeOf(error)
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_CONNECT_TIMEOUT' || isTimeout(error)) {
    return silentServer(context, error)
  }
  return new AppError('MODEL_UNREACHABLE', `Nothing answers at ${server.baseUrl}.`, {
    hint: isOllama(server)
      ? 'Start Ollama (run “ollama serve” in a terminal), then retry.'
      : `Start ${server.label}, or correct its address in Settings, then retry.`,
    retryable: true,
    cause: error,
  })
}

/** An answer that is a refusal, by its status and what it says. */
export function toResponseError(status: number, body: string, context: ChatFailureContext): AppError {
  const { server, model } = context
  const said = readErrorMessage(body)
  if (isTooLong(said)) {
    return new AppError('CONTEXT_TOO_LONG', `The conversation is too long for ${model ?? server.label}.`, {
      hint: 'Start a new conversation, attach less, or give the model a larger context on the server.',
    })
  }
  if (status === 401 || status === 403) {
    return new AppError('CREDENTIALS_REJECTED', `${server.label} asks for a key, and this app sends none.`, {
      hint: 'Switch off the key on the server, which should listen on this computer only.',
    })
  }
  if (status === 404 && (model === null || !/model/i.test(said))) {
    return new AppError('MODEL_UNREACHABLE', `${server.baseUrl} is not the address of a chat server.`, {
      hint: 'Correct it in Settings; it usually ends in /v1.',
    })
  }
  if (model !== null && /not found|not exist|no such model|not loaded/i.test(said)) {
    return new AppError('MODEL_NOT_FOUND', `${server.label} does not have the model ${model}.`, {
      hint: isOllama(server) ? `Run “ollama pull ${model}” in a terminal, or choose another model.` : otherModel,
    })
  }
  if (/not support tools|tool.* not supported/i.test(said)) {
    return new AppError(
      'MODEL_REJECTED_REQUEST',
      `${model ?? 'This model'} cannot use tools, and this agent needs them.`,
      {
        hint: otherModel,
      },
    )
  }
  if (status === 429 || status >= 500) {
    return new AppError('MODEL_UNAVAILABLE', `${server.label} could not answer: ${said || `status ${status}`}`, {
      hint: 'It may still be loading the model. Wait a moment and retry; its own log says more.',
      retryable: true,
    })
  }
  return new AppError('MODEL_REJECTED_REQUEST', `${server.label} refused the request: ${said || `status ${status}`}`, {
    hint: 'Choose another model, or start a new conversation.',
  })
}

/** What arrives is not what an OpenAI-compatible server sends. */
export function strangeAnswer({ server }: ChatFailureContext, cause?: unknown): AppError {
  return new AppError('MODEL_STREAM_BROKEN', `${server.label} sent something this app does not understand.`, {
    hint: 'Check its address in Settings and its version, then retry.',
    retryable: true,
    cause,
  })
}

export function brokenAnswer({ server, model }: ChatFailureContext, cause?: unknown): AppError {
  const message = `The answer from ${model ?? server.label} broke off before it was complete.`
  return new AppError('MODEL_STREAM_BROKEN', message, {
    hint: 'What arrived is kept. Continue, or retry the message.',
    retryable: true,
    cause,
  })
}

export function silentServer({ server }: ChatFailureContext, cause?: unknown): AppError {
  return new AppError('MODEL_TIMEOUT', `${server.label} took too long to answer.`, {
    hint: 'A smaller model or a shorter conversation may be needed on this computer.',
    retryable: true,
    cause,
  })
}

const otherModel = 'Choose another model.'

/** `{"error": {"message"}}`, `{"error": "…"}`, or whatever text there is. */
export function readErrorMessage(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const error = property(parsed, 'error') ?? parsed
    const message = typeof error === 'string' ? error : property(error, 'message')
    if (typeof message === 'string') return message.slice(0, 500)
  } catch {
    // Not JSON: a proxy's page, or nothing.
  }
  return body.trimStart().startsWith('<') ? '' : body.trim().slice(0, 500)
}

function isTooLong(said: string): boolean {
  return /context (size|length|window)|too long|maximum context|exceed\w* .*context|n_ctx/i.test(said)
}

function isOllama({ label, baseUrl }: LocalServer): boolean {
  return /ollama/i.test(label) || new URL(baseUrl).port === '11434'
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

/** `fetch` hides the reason in its cause. */
function networkCodeOf(error: unknown): string | undefined {
  const code = property(error, 'code')
  if (typeof code === 'string') return code
  const cause = property(error, 'cause')
  return cause === undefined ? undefined : networkCodeOf(cause)
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
