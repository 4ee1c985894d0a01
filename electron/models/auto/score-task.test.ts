import { expect, test } from 'vitest'
import { scoreTask } from './score-task.ts'
import { featureNames, taskFeatures } from './task-features.ts'
import { taskOf } from './task.fixture.ts'
import { weights } from './weights.ts'

test('the contributions and what is usual add up to the score', () => {
  const features = taskFeatures(taskOf('Should we sign? Compare both offers, name the risks.'))
  const { chances, contributions } = scoreTask(features, 0.5)
  const usual = featureNames.reduce((sum, name) => sum + weights.large[name] * weights.usual[name], weights.large.bias)
  const logit = contributions.reduce((sum, { large }) => sum + large, usual + 0.5)
  expect(chances.large).toBeCloseTo(1 / (1 + Math.exp(-logit)), 10)
})

test('a wish for stronger models raises both chances', () => {
  const features = taskFeatures(taskOf('Summarise the minutes'))
  const [plain, wished] = [scoreTask(features, 0).chances, scoreTask(features, 2).chances]
  expect(wished.atLeastMedium).toBeGreaterThan(plain.atLeastMedium)
  expect(wished.large).toBeGreaterThan(plain.large)
})
