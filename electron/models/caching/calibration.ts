/** How a model's own count relates to the raw estimate. `actual` and `raw` are sums with older ones counting less. */
export type Calibration = { readonly actual: number; readonly raw: number }

/** Before anything was counted: newest Claude models split a little finer than the raw estimate. */
export const uncalibrated: Calibration = { actual: 0, raw: 0 }

const assumedFactor = 1.1
/** How much an older observation still counts when a new one comes. */
const memory = 0.97
/** Observations smaller than this say more about rounding than about the model. */
const leastTokens = 40

export function factorOf({ actual, raw }: Calibration): number {
  // The assumption fades as evidence comes: it weighs as much as 400 tokens of it.
  const weight = 400
  return (actual + assumedFactor * weight) / (raw + weight)
}

/**
 * How far above a model's smallest cacheable prefix an estimate must be before a point is trusted to be taken: below the
 * minimum the service ignores a point without a word.
 */
export function marginOf({ raw }: Calibration): number {
  if (raw < 1000) return 1.35
  return raw < 10_000 ? 1.15 : 1.1
}

/** Adds one observation: `raw` estimated tokens turned out to be `actual`. */
export function calibrate(before: Calibration, seen: Calibration): Calibration {
  const ratio = seen.actual / seen.raw
  // Something else was in the prompt, or the count was not this prompt's.
  if (seen.raw < leastTokens || !(ratio > 0.3 && ratio < 4)) return before
  return { actual: before.actual * memory + seen.actual, raw: before.raw * memory + seen.raw }
}
