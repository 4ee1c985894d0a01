import { expect, test } from 'vitest'
import { judgeChooser, wilson } from './judge-choosers.ts'
import { keywordRules } from './keyword-rules.ts'
import type { LabelledPrompt } from './read-labelled-prompts.ts'

const prices = { small: 1, medium: 2, large: 4 }
const prompts = (['small', 'medium', 'large', 'large'] as const).map((tier): LabelledPrompt => ({
  id: 'p001',
  prompt: 'x',
  language: 'en',
  tier,
  why: 'y',
}))

test('counts cost, too low, too high and exact', () => {
  const judged = judgeChooser(prompts, () => 'medium', prices)
  expect([judged.cost.median, judged.tooLow.median, judged.tooHigh.median, judged.exact.median]).toEqual([
    50, 50, 25, 25,
  ])
  expect(judgeChooser(prompts, ({ tier }) => tier, prices)).toMatchObject({
    cost: { median: ((1 + 2 + 4 + 4) / 16) * 100 },
    tooLow: { median: 0 },
    exact: { median: 100 },
  })
})

test('gives Wilson’s interval: 7 of 258 lie between 1.3 and 5.5 per cent', () => {
  const { median, min, max } = wilson(7, 258)
  expect([median, min, max].map((value) => value.toFixed(1))).toEqual(['2.7', '1.3', '5.5'])
  expect(wilson(0, 10).min).toBe(0)
})

test('keyword rules let a hard word win over an easy one', () => {
  const tierOf = (prompt: string) => keywordRules({ id: 'p001', prompt, language: 'en', tier: 'small', why: 'y' })
  expect(['What is this', 'why what', 'sum it'].map(tierOf)).toEqual(['small', 'large', 'medium'])
})
