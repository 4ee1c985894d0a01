import { readPrompt } from './cache/prompt.ts'
import type { ConverseRequest } from './converse-request.ts'
import { fromMessagesApi } from './from-messages-api.ts'
import { emulatedModels } from './models.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse } from './refuse.ts'
import { validateConverse } from './validate-converse.ts'

/**
 * The answer of CountTokens: what the request would be billed as input without a cache. Throws ValidationException for
 * a profile, and for a model that is not counted; the operation takes base ids only.
 */
export function countTokens(modelId: string, body: unknown): { readonly inputTokens: number } {
  const isProfile = emulatedModels.some(({ id, profiles }) =>
    profiles.some((geography) => modelId.endsWith(`${geography}.${id}`)),
  )
  const model = emulatedModels.find(({ id }) => id === modelId)
  if (!isProfile && model === undefined) refuse('The provided model identifier is invalid.')
  if (model?.limits.countsTokens !== true) refuse("The provided model doesn't support counting tokens.")
  return { inputTokens: readPrompt(readInput(body)).tokens }
}

function readInput(body: unknown): ConverseRequest {
  const input = isRecord(body) ? body['input'] : undefined
  if (!isRecord(input)) refuse('The value at input must have exactly one of the following: converse, invokeModel.')
  const { converse, invokeModel } = input
  if (converse !== undefined) return validateConverse(converse)
  const base64 = isRecord(invokeModel) ? invokeModel['body'] : undefined
  if (typeof base64 !== 'string') {
    refuse('The value at input must have exactly one of the following: converse, invokeModel.')
  }
  return fromMessagesApi(parseBody(base64))
}

function parseBody(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
  } catch {
    refuse('Malformed input request, please reformat your input and try again.')
  }
}
