import type { ModelInfo } from '../../shared/models.ts'

/** What a model costs, in US dollars per million tokens. An unknown price is said to be unknown. */
export function describePrice(price: ModelInfo['price']): string {
  if (price === undefined) return 'price unknown'
  if (price === 'free') return 'free'
  return `${dollars(price.input)} in, ${dollars(price.output)} out / million`
}

/** $10, $2.20, $0.035: cents where there are any, and more where cents would round to nothing. */
function dollars(usd: number): string {
  const cents = usd.toFixed(2)
  if (Number.isInteger(usd)) return `$${usd}`
  return Number(cents) === usd ? `$${cents}` : `$${usd}`
}
