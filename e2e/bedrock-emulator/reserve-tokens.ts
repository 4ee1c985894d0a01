import type { AcceptedConverse } from './accept-converse.ts'
import type { EmulatorState } from './emulator-state.ts'
import type { Usage } from './script.ts'
import { ServiceError } from './service-error.ts'

/**
 * Holds a request against the quota of its model: at its start with its whole prompt, cached or not, and all the output
 * it may write; at its end with what was neither read from the cache nor free, output times the model's burndown.
 * Throws the service's ThrottlingException when it does not fit. See docs.aws.amazon.com/bedrock, quotas-token-burndown.
 *
 * @returns To be called with the usage once the answer is over, however it ended.
 */
export function reserveTokens(accepted: AcceptedConverse, state: EmulatorState): (usage: Usage) => void {
  const { modelId, model, request, prompt } = accepted
  const { tokensPerMinute } = state.settings
  const bucket = [modelId, model?.id ?? ''].find((id) => Object.hasOwn(tokensPerMinute, id)) ?? modelId
  const limit = tokensPerMinute[bucket] ?? tokensPerMinute['*']
  if (limit === undefined) return () => undefined

  const maxTokens = request.inferenceConfig?.['maxTokens']
  const output = typeof maxTokens === 'number' ? maxTokens : (model?.limits.maxOutputTokens ?? unknownMaxOutputTokens)
  const tokens = prompt.tokens + output
  const reserved = state.quota.reserve({ bucket, limit, tokens, nowMs: state.clock.now() })
  if ('waitMs' in reserved) {
    const retryAfterSeconds = Math.ceil(reserved.waitMs / 1000)
    throw new ServiceError('ThrottlingException', tooManyTokens, { retryAfterSeconds })
  }
  const burndown = model?.outputBurndown ?? unknownBurndown
  return ({ inputTokens, cacheWriteInputTokens, outputTokens }) =>
    reserved.settle(inputTokens + cacheWriteInputTokens + outputTokens * burndown)
}

const tooManyTokens = 'Too many tokens, please wait before trying again.'

/** Behind an application profile: those of the Claude models most have. */
const unknownMaxOutputTokens = 64_000
const unknownBurndown = 5
