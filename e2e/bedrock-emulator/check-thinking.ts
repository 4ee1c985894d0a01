import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel, ModelLimits, ThinkingMode } from './emulated-model.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseAsModel } from './refuse.ts'

/** How this model may be told to think, and what may not be asked of it while it does. */
export function checkThinking(request: ConverseRequest, { limits }: EmulatedModel): void {
  const { additionalModelRequestFields: extra, toolConfig, outputConfig = {}, inferenceConfig = {} } = request
  const thinking = isRecord(extra) ? extra['thinking'] : undefined
  const mode = checkMode(thinking, limits)
  const isThinking = mode === undefined ? limits.thinksByDefault : mode !== 'disabled'
  const { any, tool } = toolConfig?.toolChoice ?? {}
  if (isThinking && (any !== undefined || tool !== undefined)) {
    refuseAsModel('Thinking may not be enabled when tool_choice forces tool use.')
  }
  const { temperature = 1 } = inferenceConfig
  if (isThinking && temperature !== 1) {
    refuseAsModel('`temperature` may only be set to 1 when thinking is enabled or in adaptive mode.')
  }
  if (mode === 'enabled' && isRecord(thinking)) checkBudget(thinking['budget_tokens'], request)
  checkEffort(outputConfig['effort'], isThinking, limits)
}

function checkMode(thinking: unknown, limits: ModelLimits): ThinkingMode | undefined {
  if (thinking === undefined) return undefined
  if (limits.thinking.length === 0) {
    refuseAsModel(
      'Malformed input request: #: extraneous key [thinking] is not permitted, please reformat your input and try again.',
    )
  }
  const mode = isRecord(thinking) ? thinking['type'] : undefined
  const isMode = (value: unknown): value is ThinkingMode => limits.thinking.some((known) => known === value)
  if (isMode(mode)) return mode
  if (mode === 'adaptive') refuseAsModel('adaptive thinking is not supported on this model')
  refuseAsModel(
    `"thinking.type.${String(mode)}" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`,
  )
}

const minBudgetTokens = 1024

function checkBudget(budget: unknown, { inferenceConfig = {} }: ConverseRequest): void {
  const { maxTokens } = inferenceConfig
  if (typeof budget !== 'number') refuseAsModel('thinking.enabled.budget_tokens: Field required')
  if (budget < minBudgetTokens) {
    refuseAsModel(`thinking.enabled.budget_tokens: Input should be greater than or equal to ${minBudgetTokens}`)
  }
  if (typeof maxTokens === 'number' && maxTokens <= budget) {
    refuseAsModel('`max_tokens` must be greater than `thinking.budget_tokens`.')
  }
}

function checkEffort(effort: unknown, isThinking: boolean, { efforts }: ModelLimits): void {
  if (effort === undefined) return
  if (efforts.length === 0) refuseAsModel('This model does not support the effort parameter.')
  if (!efforts.some((known) => known === effort)) {
    refuse(`The value at outputConfig.effort must be one of the following: ${efforts.join(', ')}.`)
  }
  if (!isThinking && (effort === 'xhigh' || effort === 'max')) {
    refuseAsModel(`output_config.effort: '${effort}' requires thinking to be enabled.`)
  }
}
