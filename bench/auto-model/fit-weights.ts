import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { ConceptCounts } from '../../electron/models/auto/words/find-concepts.ts'
import { findConcepts } from '../../electron/models/auto/words/find-concepts.ts'
import { featureNames, taskFeatures } from '../../electron/models/auto/task-features.ts'
import { tierByPrice } from '../../electron/models/auto/tier-by-price.ts'
import { modelTiers } from '../../shared/model-choice.ts'
import { factsOfPrompt } from './facts-of-prompt.ts'
import { chanceOf, fitLogistic, type Example } from './fit-logistic.ts'
import { priorWeights, type Question } from './prior-weights.ts'
import { createRandom } from './random.ts'
import { readLabelledPrompts, type LabelledPrompt } from './read-labelled-prompts.ts'

const names = ['bias', ...featureNames] as const
const strengths = [1, 2, 4, 8, 16]
const errorPrices = [2, 4, 6, 8, 10, 14, 20, 30]
const folds = 10
/** How often a word is overlooked on purpose: other people say things in words no table holds. */
const forgetting = 0.25
const copies = 4

/**
 * Fits the weights of the automatic choice on the development half alone and writes them, with `--strength`; without it
 * cross-validates: for each strength of the pull to the prior the log loss, and what each price of an error would give.
 */
const { values } = parseArgs({ options: { strength: { type: 'string' } } })
const prompts = await readLabelledPrompts('development')
if (values.strength === undefined) for (const strength of strengths) crossValidate(strength)
else await write(Number(values.strength))

type Row = {
  readonly prompt: LabelledPrompt
  readonly seen: readonly number[]
  readonly forgetful: readonly number[][]
}

function rowsOf(all: readonly LabelledPrompt[]): readonly Row[] {
  const random = createRandom(1)
  const forget = (text: string): ConceptCounts =>
    Object.fromEntries(
      Object.entries(findConcepts(text)).map(([concept, count]) => [concept, random() < forgetting ? 0 : count]),
    ) as ConceptCounts
  const vector = (prompt: LabelledPrompt, find: typeof findConcepts) => {
    const features = taskFeatures(factsOfPrompt(prompt), find)
    return [1, ...featureNames.map((name) => features[name])]
  }
  return all.map((prompt) => ({
    prompt,
    seen: vector(prompt, findConcepts),
    forgetful: Array.from({ length: copies }, () => vector(prompt, forget)),
  }))
}

function fit(rows: readonly Row[], strength: number): Readonly<Record<Question, readonly number[]>> {
  const fitOne = (question: Question) => {
    const examples = rows.flatMap(({ prompt, seen, forgetful }): Example[] => {
      const isPositive = question === 'large' ? prompt.tier === 'large' : prompt.tier !== 'small'
      return [seen, seen, ...forgetful].map((features) => ({ features, isPositive }))
    })
    const prior = names.map((name) => priorWeights[question][name] ?? 0)
    // The copies of a prompt are no new evidence, so the prior pulls as much stronger; the bias is hardly held.
    const pull = names.map((name) => (name === 'bias' ? 0.01 : strength) * (copies + 2))
    return fitLogistic(examples, prior, pull)
  }
  return { atLeastMedium: fitOne('atLeastMedium'), large: fitOne('large') }
}

function crossValidate(strength: number): void {
  const rows = rowsOf(prompts)
  const random = createRandom(2)
  const foldOf = rows.map(() => Math.floor(random() * folds))
  const judged = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fit(
      rows.filter((_, index) => foldOf[index] !== fold),
      strength,
    )
    const apart = rows.filter((_, index) => foldOf[index] === fold)
    const judge = ({ tier }: LabelledPrompt, features: readonly number[]) => ({
      tier,
      atLeastMedium: chanceOf(features, weights.atLeastMedium),
      large: chanceOf(features, weights.large),
    })
    return apart.map(({ prompt, seen, forgetful }) => ({
      asSeen: [judge(prompt, seen)],
      asForgotten: forgetful.map((features) => judge(prompt, features)),
    }))
  })
  report(
    strength,
    'as worded',
    judged.flatMap(({ asSeen }) => asSeen),
  )
  report(
    strength,
    'a quarter of the words overlooked',
    judged.flatMap(({ asForgotten }) => asForgotten),
  )
}

type Judged = { readonly tier: LabelledPrompt['tier']; readonly atLeastMedium: number; readonly large: number }

function report(strength: number, wording: string, judged: readonly Judged[]): void {
  const loss = judged.reduce((sum, { tier, atLeastMedium, large }) => {
    const medium = tier === 'small' ? 1 - atLeastMedium : atLeastMedium
    return sum - Math.log(medium) - Math.log(tier === 'large' ? large : 1 - large)
  }, 0)
  console.log(`strength ${strength}, ${wording}: log loss ${(loss / judged.length).toFixed(4)}`)
  for (const errorPrice of errorPrices) {
    const chosen = judged.map((one) => tierByPrice(one, errorPrice))
    const cost = chosen.reduce((sum, { price }) => sum + price, 0) / judged.length
    const tooLow = chosen.filter(({ tier }, i) => rank(tier) < rank(judged[i]?.tier ?? 'small')).length / judged.length
    console.log(`  error price ${errorPrice}: cost ${percent(cost)}, too low ${percent(tooLow)}`)
  }
}

function rank(tier: LabelledPrompt['tier']): number {
  return modelTiers.indexOf(tier)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

async function write(strength: number): Promise<void> {
  const rows = rowsOf(prompts)
  const weights = fit(rows, strength)
  const named = (vector: readonly number[]) =>
    names.map((name, index) => `    ${name}: ${Number((vector[index] ?? 0).toFixed(4))},`).join('\n')
  const usual = names.map((_, index) => rows.reduce((sum, { seen }) => sum + (seen[index] ?? 0), 0) / rows.length)
  const text = `import type { FeatureName } from './task-features.ts'

type Weights = Readonly<Record<'bias' | FeatureName, number>>

/** Written by bench/auto-model/fit-weights.ts (strength ${strength}); not to be changed by hand. \`usual\` is a feature's mean. */
export const weights: Readonly<Record<'atLeastMedium' | 'large' | 'usual', Weights>> = {
  atLeastMedium: {
${named(weights.atLeastMedium)}
  },
  large: {
${named(weights.large)}
  },
  usual: {
${named(usual)}
  },
}
`
  await writeFile(fileURLToPath(new URL('../../electron/models/auto/weights.ts', import.meta.url)), text)
}
