import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseAsModel, refuseConstraint } from './refuse.ts'

/** The ranges of `inferenceConfig`, which are the service's own. */
export function checkInference({ inferenceConfig = {} }: ConverseRequest): void {
  const { maxTokens, temperature, topP, stopSequences = [] } = inferenceConfig
  checkRange('maxTokens', maxTokens, 1, Infinity)
  checkRange('temperature', temperature, 0, 1)
  checkRange('topP', topP, 0, 1)
  if (!Array.isArray(stopSequences)) refuseConstraint('null', 'inferenceConfig.stopSequences', 'Member must be a list')
  if (stopSequences.includes('')) {
    const place = 'inferenceConfig.stopSequences'
    refuseConstraint(
      "'[]'",
      place,
      'Member must satisfy constraint: [Member must have length greater than or equal to 1]',
    )
  }
}

function checkRange(name: string, value: unknown, lowest: number, highest: number): void {
  if (value === undefined) return
  const place = `inferenceConfig.${name}`
  if (typeof value !== 'number') refuseConstraint('null', place, 'Member must be a number')
  if (value < lowest) refuseConstraint(`'${value}'`, place, `Member must have value greater than or equal to ${lowest}`)
  if (value > highest) refuseConstraint(`'${value}'`, place, `Member must have value less than or equal to ${highest}`)
}

/** What this model turns down of it. */
export function checkModelInference(request: ConverseRequest, { limits, provider }: EmulatedModel): void {
  const { inferenceConfig = {}, additionalModelRequestFields: extra } = request
  const { maxTokens, temperature, topP, stopSequences = [] } = inferenceConfig
  if (typeof maxTokens === 'number' && maxTokens > limits.maxOutputTokens) {
    refuse(
      `The maximum tokens you requested exceeds the model limit of ${limits.maxOutputTokens}. Try again with a maximum tokens value that is lower than ${limits.maxOutputTokens}.`,
    )
  }
  if (limits.sampling === 'none') {
    // Reports differ on whether the default value passes: refusing every value keeps a client on the safe side.
    const topK = isRecord(extra) ? extra['top_k'] : undefined
    for (const [name, value] of Object.entries({ temperature, top_p: topP, top_k: topK })) {
      if (value !== undefined) refuseAsModel(`\`${name}\` is deprecated for this model.`)
    }
  }
  if (limits.sampling === 'one' && temperature !== undefined && topP !== undefined) {
    refuseAsModel('`temperature` and `top_p` cannot both be specified for this model. Please use only one.')
  }
  const isBlank = (sequence: unknown): boolean => typeof sequence === 'string' && sequence.trim() === ''
  if (provider === 'Anthropic' && Array.isArray(stopSequences) && stopSequences.some(isBlank)) {
    refuseAsModel('stop_sequences: each stop sequence must contain non-whitespace')
  }
}
