import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelTiers } from '../../../shared/model-choice.ts'
import { tierByPrice } from './tier-by-price.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true })
const price = fc.double({ min: 0, max: 100, noNaN: true })
const rank = (chances: { atLeastMedium: number; large: number }, errorPrice: number) =>
  modelTiers.indexOf(tierByPrice(chances, errorPrice).tier)

test('a sure task takes the tier it needs, whatever an error costs', () => {
  expect(tierByPrice({ atLeastMedium: 0, large: 0 }, 100).tier).toBe('small')
  expect(tierByPrice({ atLeastMedium: 1, large: 0 }, 2).tier).toBe('medium')
  expect(tierByPrice({ atLeastMedium: 1, large: 1 }, 2).tier).toBe('large')
})

test('what probably needs the large model is never too easy for more than the small one', () => {
  expect(tierByPrice({ atLeastMedium: 0.05, large: 0.9 }, 7).tier).toBe('large')
})

test('a dearer error never takes a weaker tier', () => {
  fc.assert(
    fc.property(chance, chance, price, price, (atLeastMedium, large, one, other) => {
      const [cheap, dear] = one < other ? [one, other] : [other, one]
      expect(rank({ atLeastMedium, large }, dear)).toBeGreaterThanOrEqual(rank({ atLeastMedium, large }, cheap))
    }),
  )
})

test('a likelier need never takes a weaker tier', () => {
  fc.assert(
    fc.property(chance, chance, chance, price, (atLeastMedium, large, more, errorPrice) => {
      const likelier = { atLeastMedium: Math.max(atLeastMedium, more), large: Math.max(large, more) }
      expect(rank(likelier, errorPrice)).toBeGreaterThanOrEqual(rank({ atLeastMedium, large }, errorPrice))
    }),
  )
})
