import { chooseCut, replaceBefore } from './compact-history.ts'
import { contextBudget } from './context-budget.ts'
import { estimatePrompt, type Prompt } from './estimate-prompt.ts'
import type { ModelMessage, TurnConfiguration } from './ports.ts'
import { summaryText } from './summary-text.ts'

/** A prompt to be made shorter. */
export type CompactionTask = {
  readonly turn: TurnConfiguration
  readonly prompt: Prompt
  /** `too-long`: the service refused it, whatever the estimate says. `asked`: by the person, however full it is. */
  readonly cause: 'nearly-full' | 'too-long' | 'asked'
  /** Texts to keep word for word. */
  readonly pinned: readonly string[]
  /** What the person asked for in this run, and which message says so: below 1 when none of them does any more. */
  readonly question: { readonly text: string; readonly at: number }
}

export type CompactionPlan = {
  /** The first message kept. */
  readonly cut: number
  /** How long the summary is meant to be. */
  readonly summaryTokens: number
}

/** Of what is read at once, what a summary takes at most. */
const summaryShare = 1 / 8
const maxSummaryTokens = 8_000

/** What is kept: of the room for messages, of a prompt that was refused, of one the person wants shorter. */
const keptShare = 0.25
const refusedShare = 0.35
const askedShare = 0.5

/** Cutting less is not worth a broken cache and a model call. */
const leastGainShare = 0.1
const leastForcedGainTokens = 200

/** Where to cut so that the next compaction is not soon; null when no cut gains enough, or what is left cannot fit. Pure. */
export function planCompaction(task: CompactionTask): CompactionPlan | null {
  const { turn, prompt } = task
  const before = estimatePrompt(turn, prompt)
  const { maxOutputTokens = maxSummaryTokens } = turn.modelInfo
  const summaryTokens = Math.min(Math.ceil(before * summaryShare), maxSummaryTokens, maxOutputTokens)
  const tokensAfter = (cut: number) =>
    estimatePrompt(turn, { ...prompt, messages: replaceAt(task, cut, '') }) + summaryTokens
  const cut = chooseCut(prompt.messages, targetTokens(task, before), tokensAfter)
  if (cut === null) return null
  const after = tokensAfter(cut)
  const isEnough =
    after <= (contextBudget(turn)?.contextTokens ?? Infinity) && before - after >= leastGain(task, before)
  return isEnough ? { cut, summaryTokens } : null
}

/** The messages after a cut: the summary, what is kept word for word, and everything from the cut on. */
export function replaceAt({ prompt, pinned, question }: CompactionTask, cut: number, summary: string): ModelMessage[] {
  const { messages } = prompt
  const parts = {
    summary,
    pinned: pinned.length === 0 ? pinned : withoutKept(pinned, messages.slice(cut)),
    question: question.at < cut ? question.text : '',
  }
  return replaceBefore(messages, cut, summaryText(parts))
}

/** A pinned message that is still read as it was need not be quoted. */
function withoutKept(pinned: readonly string[], kept: readonly ModelMessage[]): readonly string[] {
  const texts = new Set(kept.map(({ content }) => textOf(content)))
  return pinned.filter((text) => !texts.has(text))
}

function textOf(content: ModelMessage['content']): string {
  return content
    .filter((block) => block.type === 'text')
    .map((block) => block.text)
    .join('\n\n')
}

function targetTokens({ turn, prompt, cause }: CompactionTask, before: number): number {
  const frame = estimatePrompt(turn, { ...prompt, messages: [] })
  const budget = contextBudget(turn)
  // Where instructions and tools alone take much of a small context, a share of what they leave is kept all the same.
  const target = budget === null ? Infinity : Math.max(budget.target, frame + (budget.compactAbove - frame) * keptShare)
  switch (cause) {
    case 'nearly-full':
      return target
    case 'too-long':
      // The estimate was too low, or the service would not have refused: a share of what was sent is sure to be less.
      return Math.min(target, frame + (before - frame) * refusedShare)
    case 'asked':
      return Math.min(target, before * askedShare)
  }
}

function leastGain({ turn, cause }: CompactionTask, before: number): number {
  const budget = contextBudget(turn)
  const isForced = cause !== 'nearly-full' || budget === null || before > budget.contextTokens
  return isForced ? leastForcedGainTokens : budget.contextTokens * leastGainShare
}
