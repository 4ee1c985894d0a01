import { expect, test } from 'vitest'
import { modelsOf } from './models.fixture.ts'
import { nearestTier, offeredTiers } from './offered-tier.ts'

test.each([
  ['medium', ['small', 'medium', 'large'], 'medium'],
  ['medium', ['small', 'large'], 'large'],
  ['large', ['small', 'medium'], 'medium'],
  ['small', ['large'], 'large'],
] as const)('for %s of %j takes %s', (tier, offered, expected) => {
  expect(nearestTier(tier, offered)).toBe(expected)
})

test('there is none of nothing', () => {
  expect(nearestTier('small', [])).toBeUndefined()
})

test('an agent’s bounds hold, unless nothing is within them', () => {
  expect(offeredTiers(modelsOf('small', 'medium', 'large'), { least: 'medium' })).toEqual(['medium', 'large'])
  expect(offeredTiers(modelsOf('small', 'medium', 'large'), { most: 'small' })).toEqual(['small'])
  expect(offeredTiers(modelsOf('small', 'medium'), { least: 'large' })).toEqual(['small', 'medium'])
})
