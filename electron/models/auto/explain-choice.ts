import type { ModelTier } from '../../../shared/model-choice.ts'
import type { NeededTier } from './needed-tier.ts'
import type { Contribution } from './score-task.ts'
import type { FeatureName, TaskFeatures } from './task-features.ts'
import { weights } from './weights.ts'

export type Explanation = {
  readonly needed: NeededTier
  readonly features: TaskFeatures
  readonly chosen: ModelTier
  /** Why the tier is another than the task needs: what is offered, what the agent allows, or a warm cache. */
  readonly moved: 'missing' | 'bounds' | 'warm-cache' | null
  /** Whether the person's own earlier choices made the difference. */
  readonly isPersonal: boolean
  /** What leaving a warm cache costs; 0 when none is left. */
  readonly leavingUsd: number
}

/** One sentence for the person: what about the task decided, and what else changed the model. */
export function explainChoice(explanation: Explanation): string {
  const sentence = `${whyOf(explanation)}: ${verdictOf(explanation)}${costOfLeaving(explanation.leavingUsd)}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function whyOf({ needed, features, isPersonal }: Explanation): string {
  if (needed.because === 'follow-up') return 'a follow-up to the last turn'
  const phrases = phrasesOf(needed, features)
  const own = isPersonal ? ['what you chose for similar questions'] : []
  const said = [...own, ...phrases].slice(0, 2)
  return said.length > 0 ? said.join(', ') : usualWhy[needed.tier]
}

const usualWhy: Readonly<Record<ModelTier, string>> = {
  small: 'nothing here speaks for hard work',
  medium: 'work of several steps',
  large: 'this looks like hard work',
}

function verdictOf({ needed, chosen, moved }: Explanation): string {
  switch (moved) {
    case 'missing':
      return `the ${chosen} model takes it, as no ${needed.tier} one is offered here`
    case 'bounds':
      return `the ${needed.tier} model would be the choice, but this agent allows the ${chosen} one`
    case 'warm-cache':
      return `the ${needed.tier} model would do, but staying with the ${chosen} one and its warm cache costs less`
    case null:
      if (needed.because === 'follow-up') return `it stays with the ${chosen} model`
      return chosen === 'large' ? 'the large model is the safer choice' : `the ${chosen} model should do`
  }
}

function costOfLeaving(usd: number): string {
  if (usd === 0) return ''
  return usd < 0.01
    ? ', though leaving the warm cache costs under $0.01'
    : `, though leaving the warm cache costs about $${usd.toFixed(2)}`
}

/** What spoke most for the tier, strongest first, of what can be put into words. */
function phrasesOf({ tier, score }: NeededTier, features: TaskFeatures): readonly string[] {
  const towards = ({ atLeastMedium, large }: Contribution) =>
    tier === 'small' ? -atLeastMedium : tier === 'medium' ? atLeastMedium : atLeastMedium + large
  return score.contributions
    .filter((contribution) => towards(contribution) > 0.2)
    .sort((a, b) => towards(b) - towards(a))
    .flatMap(({ name }) => phraseOf(name, features) ?? [])
}

function phraseOf(name: FeatureName, features: TaskFeatures): string | undefined {
  const isMore = features[name] > weights.usual[name]
  return phrases[name]?.[isMore ? 'more' : 'less']
}

/** Said of a feature that is above or below what is usual. What has no words is left out. */
const phrases: Readonly<Partial<Record<FeatureName, { readonly more?: string; readonly less?: string }>>> = {
  length: { more: 'a long request', less: 'a short question' },
  parts: { more: 'several asks at once', less: 'a single ask' },
  numbers: { more: 'many figures to weigh' },
  material: { more: 'much pasted to work through' },
  code: { more: 'code to read' },
  log: { more: 'a log to read' },
  table: { more: 'a pasted table' },
  riskInMaterial: { more: 'a pasted text where mistakes are costly' },
  documents: { more: 'documents to read' },
  tables: { more: 'tables to work with' },
  severalFiles: { more: 'several files at once' },
  fileSize: { more: 'large files' },
  judgeDocument: { more: 'a judgement of a whole document' },
  manyTools: { more: 'many tools at hand' },
  history: { more: 'a long conversation' },
  toolCalls: { more: 'work with many steps under way' },
  failures: { more: 'an answer before that did not do' },
  unsolved: { more: 'a problem that is still unsolved' },
  afterLarge: { more: 'hard work just before' },
  hardBefore: { more: 'hard work just before' },
  hardKinds: { more: 'several kinds of hard work' },
  plainOverHard: { more: 'a plain question about a hard matter' },
  social: { more: 'nothing to work out' },
  lookup: { more: 'a plain look-up' },
  transform: { more: 'a fixed change of something given' },
  brief: { more: 'a short answer asked for' },
  compose: { more: 'a text to write' },
  analyse: { more: 'data to analyse' },
  compare: { more: 'things to compare' },
  explain: { more: 'reasons to find or explain' },
  build: { more: 'code or formulas to write' },
  design: { more: 'something to design or plan' },
  prove: { more: 'something to prove' },
  decide: { more: 'advice or a decision' },
  debug: { more: 'a fault to find' },
  review: { more: 'something to review' },
  effect: { more: 'a question of cause and effect' },
  law: { more: 'a matter of law' },
  health: { more: 'a matter of health' },
  security: { more: 'a matter of security' },
  money: { more: 'a matter of money' },
  stakes: { more: 'mistakes that would be costly' },
  thorough: { more: 'thoroughness asked for' },
  wrong: { more: 'something to put right' },
}
