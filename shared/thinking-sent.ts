import type { Effort, InferenceSettings } from './inference.ts'
import type { ModelInfo } from './models.ts'

/** What a request tells its model about thinking. The service makes it part of what messages are cached by. */
export type ThinkingSent = {
  readonly isAskedToThink: boolean
  /** undefined: the model's own. */
  readonly effort: Effort | undefined
}

/**
 * Thinking and effort as they go over the wire to a model that accepts this. A Claude that may think takes no temperature
 * while it does, so asking for a temperature switches thinking off.
 */
export function thinkingSent(
  accepts: Pick<ModelInfo['accepts'], 'reasoning' | 'temperature' | 'efforts'>,
  { temperature, effort }: Pick<InferenceSettings, 'temperature' | 'effort'>,
): ThinkingSent {
  const hasTemperature = accepts.temperature && temperature !== undefined
  return {
    isAskedToThink: accepts.reasoning === 'adaptive' && !hasTemperature,
    effort: effort !== undefined && accepts.efforts?.includes(effort) === true ? effort : undefined,
  }
}
