import type { ModelInfo } from '../../shared/models.ts'

/** What a model costs, in US dollars per million tokens. An unknown price is said to be unknown. */
export function describePrice(price: ModelInfo['price']): string {
  if (price === undefined) return 'price unknown'
  if (price === 'free') return 'free'
  return `$${price.input} in, $${price.output} out / million`
}
