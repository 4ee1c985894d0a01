import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modelId } from '../../../shared/ids.ts'
import { modelPolicy, modelTiers, type ModelTier } from '../../../shared/model-choice.ts'
import { jsonValue } from '../../../shared/schema.ts'
import { chooseModel, type ChoiceInput, type ChosenModel } from './choose-model.ts'
import { modelOf, modelsOf } from './models.fixture.ts'
import type { TaskFacts } from './task-facts.ts'
import { taskOf } from './task.fixture.ts'

const easy = taskOf('How many rows are in this file?')
const middling = taskOf('Compare revenue per region with last year and chart the trend')
const hard = taskOf(
  'Should we sign this contract? Name every clause that could hurt us, compare alternatives, and decide',
)
const inTalk = { previousTier: 'medium', previousQuestions: ['Which shops grew?'], historyTokens: 4000 } as const

function choose(task: TaskFacts, more: Partial<ChoiceInput> = {}): ChosenModel {
  const models = modelsOf('small', 'medium', 'large')
  return chooseModel({ policy: 'balanced', task, models, bounds: {}, overrides: [], warm: null, ...more })
}
const tierOf = (task: TaskFacts, more?: Partial<ChoiceInput>) => choose(task, more).choice.tier
const warmAt = (tier: ModelTier, cachedTokens: number) => ({ modelId: modelOf(tier).id, cachedTokens })

describe('the automatic choice', () => {
  test('takes the tier the work needs and says why in one sentence', () => {
    expect(choose(easy).choice).toEqual({
      modelId: modelOf('small').id,
      policy: 'balanced',
      tier: 'small',
      reason: 'A single ask, a plain look-up: the small model should do.',
    })
    expect(tierOf(middling)).toBe('medium')
    expect(choose(hard).choice).toMatchObject({
      tier: 'large',
      reason: expect.stringContaining('a matter of law: the large model is the safer choice.'),
    })
  })

  test('goes up after answers that did not do', () => {
    const again = taskOf('why is it still like that', { ...inTalk, historyTokens: 60_000, recentToolCalls: 12 })
    expect(tierOf({ ...again, earlierFailures: 2 })).toBe('large')
  })

  test('names stronger tiers, nearest first', () => {
    expect(choose(easy).stronger).toEqual(['medium', 'large'])
    expect(choose(hard).stronger).toEqual([])
  })

  test('refuses to choose from nothing', () => {
    expect(() => choose(easy, { models: {} })).toThrow(RangeError)
  })

  test('keeps none of the person’s words in its features', () => {
    const { features } = choose(taskOf('Does Zanzibar-Project owe Wilhelmina 4711 euros?'))
    expect(JSON.stringify(features)).not.toMatch(/zanzibar|wilhelmina|4711/i)
    expect(jsonValue.parse(features)).toEqual(features)
  })

  test('always chooses an offered model, with a reason that is one sentence', () => {
    const tier = fc.constantFrom(...modelTiers)
    const input = fc.record({
      question: fc.string({ unit: 'grapheme' }),
      policy: fc.constantFrom(...modelPolicy.options),
      offered: fc.uniqueArray(tier, { minLength: 1 }),
      least: fc.option(tier, { nil: undefined }),
      most: fc.option(tier, { nil: undefined }),
      warmTier: fc.option(tier),
      cachedTokens: fc.nat(500_000),
      previousTier: fc.option(tier),
    })
    fc.assert(
      fc.property(input, ({ question, policy, offered, least, most, warmTier, cachedTokens, previousTier }) => {
        const models = modelsOf(...offered)
        const warm = warmTier === null ? null : warmAt(warmTier, cachedTokens)
        const { choice, stronger } = choose(taskOf(question, { previousTier }), {
          policy,
          models,
          warm,
          bounds: { least, most },
        })
        expect(models[choice.tier]?.id).toBe(choice.modelId)
        expect(choice.reason).toMatch(/^[A-Z].*[^.]\.$/)
        expect(stronger.every((one) => models[one] !== undefined && one !== choice.tier)).toBe(true)
      }),
    )
  })
})

describe('the policy', () => {
  test('is the price of an error: quality goes up when in doubt, cheapest needs clear evidence', () => {
    const doubtful = taskOf('Why did revenue fall?')
    const rank = (policy: ChoiceInput['policy']) => modelTiers.indexOf(tierOf(doubtful, { policy }))
    expect(rank('quality')).toBeGreaterThan(rank('cheapest'))
  })

  test.each([easy, middling, hard])(
    'never takes a weaker model for quality than balanced, nor for balanced than cheapest',
    (task) => {
      const ranks = (['cheapest', 'balanced', 'quality'] as const).map((policy) =>
        modelTiers.indexOf(tierOf(task, { policy })),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    },
  )
})

describe('a follow-up', () => {
  test('that says nothing of its own keeps the tier before it', () => {
    for (const previousTier of modelTiers) {
      const { choice } = choose(taskOf('and by month?', { ...inTalk, previousTier }))
      expect(choice.tier).toBe(previousTier)
      expect(choice.reason).toBe(`A follow-up to the last turn: it stays with the ${previousTier} model.`)
    }
    expect(tierOf(taskOf('go on', { ...inTalk, previousTier: 'large' }))).toBe('large')
  })

  test('goes up when failures speak for more', () => {
    const failed = {
      ...inTalk,
      previousTier: 'small',
      earlierFailures: 3,
      historyTokens: 90_000,
      recentToolCalls: 15,
    } as const
    expect(tierOf(taskOf('go on', failed))).not.toBe('small')
  })

  test('goes down after hard work when it asks for something plain', () => {
    expect(tierOf(taskOf('thanks!', { ...inTalk, previousTier: 'large' }))).toBe('small')
  })
})

describe('what is offered and allowed', () => {
  test('a missing tier is taken by the next stronger one, else by the next weaker', () => {
    const { choice } = choose(middling, { models: modelsOf('small', 'large') })
    expect(choice).toMatchObject({ tier: 'large', reason: expect.stringContaining('no medium one is offered here') })
    expect(tierOf(hard, { models: modelsOf('small', 'medium') })).toBe('medium')
  })

  test('an agent’s bounds hold, and are named', () => {
    const { choice } = choose(easy, { bounds: { least: 'medium' } })
    expect(choice).toMatchObject({ tier: 'medium', reason: expect.stringContaining('this agent') })
    expect(choose(hard, { bounds: { most: 'medium' } })).toMatchObject({ choice: { tier: 'medium' }, stronger: [] })
  })
})

describe('a warm cache', () => {
  test('keeps a stronger model where that costs less than switching', () => {
    const { choice } = choose(middling, { warm: warmAt('large', 150_000) })
    expect(choice).toMatchObject({ tier: 'large', reason: expect.stringContaining('its warm cache costs less') })
    expect(choice.switchingUsd).toBeUndefined()
  })

  test('is left where the weaker model saves more', () => {
    expect(tierOf(middling, { warm: warmAt('large', 2000) })).toBe('medium')
    expect(tierOf(easy, { warm: warmAt('large', 90_000) })).toBe('small')
  })

  test('never keeps a model that is not enough, and says what leaving it costs', () => {
    const { choice } = choose(hard, { warm: warmAt('small', 80_000) })
    expect(choice.tier).toBe('large')
    expect(choice.switchingUsd).toBeCloseTo((80_000 * (5 - 0.01)) / 1e6, 9)
    expect(choice.reason).toContain('though leaving the warm cache costs about $0.40')
  })

  test('never keeps a model above what the agent allows', () => {
    expect(tierOf(middling, { warm: warmAt('large', 150_000), bounds: { most: 'medium' } })).toBe('medium')
  })

  test('of a model that is not offered changes nothing', () => {
    const warm = { ...warmAt('large', 150_000), modelId: modelId.parse('openai:other') }
    expect(choose(middling, { warm })).toEqual(choose(middling))
  })
})

describe('what the person chose instead', () => {
  const wish = (task: TaskFacts, at: number) =>
    ({ from: 'small', to: 'large', features: choose(task).features, at }) as const
  const similar = taskOf('How many lines are in this folder?')
  const now = Date.UTC(2026, 10, 1)

  test('three times moves the next similar task up, says so, and leaves others alone', () => {
    const overrides = [wish(easy, now), wish(easy, now - 1000), wish(easy, now - 2000)]
    expect(tierOf(similar)).toBe('small')
    const { choice } = choose(similar, { overrides })
    expect(choice.tier).toBe('large')
    expect(choice.reason).toMatch(/^What you chose for similar questions/)
    expect(choose(middling, { overrides }).choice).toEqual(choose(middling).choice)
    const thanks = taskOf('thanks!', inTalk)
    expect(choose(thanks, { overrides }).choice).toEqual(choose(thanks).choice)
  })

  test('fades: what was wished a year before the newest wish moves nothing', () => {
    const year = 365 * 24 * 60 * 60_000
    const overrides = [wish(hard, now), wish(easy, now - year), wish(easy, now - year), wish(easy, now - year)]
    expect(tierOf(similar, { overrides })).toBe('small')
  })

  test('moves down as well', () => {
    const down = { ...wish(middling, now), from: 'medium', to: 'small' } as const
    expect(tierOf(middling, { overrides: [down, down, down, down, down, down] })).toBe('small')
  })
})
