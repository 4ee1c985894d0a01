import { chooseModel } from '../electron/models/auto/choose-model.ts'
import { findModel } from '../electron/models/catalog.ts'
import type { ModelPolicy, ModelTier } from '../shared/model-choice.ts'
import type { ModelInfo } from '../shared/models.ts'
import { costOf, noUsage } from '../shared/usage.ts'
import { factsOfPrompt } from './auto-model/facts-of-prompt.ts'
import { judgeChooser, type Chooser } from './auto-model/judge-choosers.ts'
import { keywordRules } from './auto-model/keyword-rules.ts'
import { readLabelledPrompts, type LabelledPrompt } from './auto-model/read-labelled-prompts.ts'
import type { Bench, Figure } from './figure.ts'

const usage = { ...noUsage, inputTokens: 4000, outputTokens: 700 }

export const autoModel: Bench = {
  title: 'The automatic choice of a model, on the held-out half of the labelled prompts',
  counted:
    'Share of prompts, and of what Claude Opus 5.5 costs for all of them; the same 4,000 tokens in and 700 out are ' +
    'assumed for every prompt and model, none of them cached. “Too low” is a weaker tier than the label. Min to max is ' +
    'the 95 % interval: Wilson’s for shares. Not counted: what a person’s own choices teach, escalation, warm caches.',
  async run() {
    return figuresOf(await readLabelledPrompts('held-out'))
  },
}

/** Exported so that it can be tried on the development half, which is the one to look at while building. */
export function figuresOf(prompts: readonly LabelledPrompt[]): readonly Figure[] {
  return choosers.flatMap(({ name, choose, goals }): Figure[] => {
    const { cost, tooLow, tooHigh, exact } = judgeChooser(prompts, choose, prices)
    return [
      { name: `${name}: cost against always-best`, unit: '%', spread: cost, ...(goals && { goalAtMost: 60 }) },
      { name: `${name}: too low`, unit: '%', spread: tooLow, ...(goals && { goalAtMost: 3 }) },
      { name: `${name}: too high`, unit: '%', spread: tooHigh },
      { name: `${name}: exact`, unit: '%', spread: exact },
    ]
  })
}

const models: Readonly<Record<ModelTier, ModelInfo>> = {
  small: modelOf('anthropic.claude-haiku-5-5'),
  medium: modelOf('anthropic.claude-sonnet-5-5'),
  large: modelOf('anthropic.claude-opus-5-5'),
}
const prices: Readonly<Record<ModelTier, number>> = {
  small: usdOf(models.small),
  medium: usdOf(models.medium),
  large: usdOf(models.large),
}

const choosers: readonly { readonly name: string; readonly choose: Chooser; readonly goals: boolean }[] = [
  { name: 'balanced', choose: byPolicy('balanced'), goals: true },
  { name: 'best quality', choose: byPolicy('quality'), goals: false },
  { name: 'cheapest', choose: byPolicy('cheapest'), goals: false },
  { name: 'keyword rules', choose: keywordRules, goals: false },
  { name: 'always medium', choose: () => 'medium', goals: false },
]

function byPolicy(policy: ModelPolicy): Chooser {
  return (prompt) => {
    const task = factsOfPrompt(prompt)
    return chooseModel({ policy, task, models, bounds: {}, overrides: [], warm: null }).choice.tier
  }
}

function modelOf(baseId: string): ModelInfo {
  const model = findModel(`global.${baseId}`, 'us-east-1')
  if (model === undefined) throw new Error(`The catalog has no ${baseId}.`)
  return model
}

function usdOf({ label, price }: ModelInfo): number {
  const cost = costOf(usage, price)
  if (cost.kind !== 'priced') throw new Error(`The catalog has no price for ${label}.`)
  return cost.usd
}
