import type { ConverseRequest } from './converse-request.ts'
import { measureUsage } from './measure-usage.ts'
import type { EmulatedModel } from './models.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseAsModel } from './refuse.ts'

/** What this model turns down although the service's schema allows it. */
export function checkModelLimits(request: ConverseRequest, { limits }: EmulatedModel): void {
  const { inferenceConfig = {}, toolConfig, additionalModelRequestFields: extra, messages = [] } = request
  const { maxTokens } = inferenceConfig
  if (typeof maxTokens === 'number' && maxTokens > limits.maxOutputTokens) {
    refuse(
      `The maximum tokens you requested exceeds the model limit of ${limits.maxOutputTokens}. Try again with a maximum tokens value that is lower than ${limits.maxOutputTokens}.`,
    )
  }
  if (limits.refusesSampling) {
    // Reports differ on whether the default value passes: refusing every value keeps a client on the safe side.
    for (const [field, name] of [
      ['temperature', 'temperature'],
      ['topP', 'top_p'],
    ] as const) {
      if (inferenceConfig[field] !== undefined) refuseAsModel(`\`${name}\` is deprecated for this model.`)
    }
  }
  const thinking = isRecord(extra) ? extra['thinking'] : undefined
  if (limits.refusesThinkingBudget && isRecord(thinking) && thinking['type'] !== 'adaptive') {
    refuseAsModel(
      `"thinking.type.${String(thinking['type'])}" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`,
    )
  }
  const isForced = toolConfig?.toolChoice?.['any'] !== undefined || toolConfig?.toolChoice?.['tool'] !== undefined
  if (isForced && limits.refusesForcedToolChoice) {
    refuseAsModel('Thinking may not be enabled when tool_choice forces tool use.')
  }
  if (limits.refusesPrefill && messages.at(-1)?.role === 'assistant') {
    refuseAsModel(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    )
  }
  if (measureUsage(request, []).inputTokens > limits.contextTokens) refuse('Input is too long for requested model.')
}
