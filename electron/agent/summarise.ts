import { AppError } from '../../shared/errors.ts'
import { askSilently } from './ask-silently.ts'
import { findCuts } from './compact-history.ts'
import { contextBudget } from './context-budget.ts'
import { estimatePrompt, type Prompt } from './estimate-prompt.ts'
import { firstFitting } from './first-fitting.ts'
import type { CompactionPlan, CompactionTask } from './plan-compaction.ts'
import type { TurnConfiguration } from './ports.ts'
import type { ReplyPorts } from './stream-reply.ts'
import { askForSummary } from './summary-request.ts'

/** A summary, and how many messages from the first on it covers. */
type Summary = { readonly summary: string; readonly end: number }

/**
 * Has the turn's model summarise the prompt it is about to outgrow: the whole of it where it fits, so that the prompt
 * cache is read once more; else as much of what comes before the cut as the model can read at once.
 *
 * Throws `CONTEXT_TOO_LONG` when the conversation cannot go on without the summary, `CANCELLED`, and what the model
 * throws when the person asked for it.
 */
export async function summarise(
  task: CompactionTask,
  plan: CompactionPlan,
  signal: AbortSignal,
  ports: ReplyPorts,
): Promise<Summary> {
  const turn = summaryTurn(task.turn, plan)
  let limit = readableTokens(task)
  for (let attempt = 1; ; attempt++) {
    const end = chooseEnd(task, plan, (prompt) => estimatePrompt(turn, prompt) + answerTokens(turn) <= limit)
    const request = promptUpTo(end, task, plan)
    try {
      const summary = await askSilently({ turn, request, purpose: 'compaction', signal }, ports)
      if (summary.trim() !== '') return { summary: summary.trim(), end }
      // It called a tool all the same, and may write the next time.
      if (attempt === maxAttempts) throw new AppError('MODEL_STREAM_BROKEN', 'The model wrote no summary.')
    } catch (error) {
      const isTooLong = error instanceof AppError && error.code === 'CONTEXT_TOO_LONG'
      if (!isTooLong || attempt === maxAttempts) throw sayWhatFor(error, task)
      limit = estimatePrompt(turn, request) * retryShare
    }
  }
}

const maxAttempts = 3
/** How much of a prompt that was refused as too long is tried next. */
const retryShare = 0.7

/** What thinking may take before the summary is written. */
const thinkingTokens = 8_000
/** Of what the model reads at once, what is left for writing the summary. */
const answerShare = 1 / 4

/**
 * The same wishes, so that the prompt cache knows the messages again, but for what would cut the summary short. What
 * is reserved of the account's quota is what a summary needs.
 */
function summaryTurn(turn: TurnConfiguration, plan: CompactionPlan): TurnConfiguration {
  const { stopSequences: _, ...inference } = turn.inference
  const { accepts, maxOutputTokens = Infinity, contextTokens = Infinity } = turn.modelInfo
  const needed = plan.summaryTokens * 2 + (accepts.reasoning === 'none' ? 0 : thinkingTokens)
  const maxTokens = Math.floor(Math.min(needed, maxOutputTokens, contextTokens * answerShare))
  return { ...turn, inference: { ...inference, maxTokens } }
}

function answerTokens({ inference }: TurnConfiguration): number {
  return inference.maxTokens ?? 0
}

/** A prompt the service refused says that the limit is lower than what the estimate makes of it. */
function readableTokens({ turn, prompt, cause }: CompactionTask): number {
  const limit = contextBudget(turn)?.contextTokens ?? Infinity
  return cause === 'too-long' ? Math.min(limit, estimatePrompt(turn, prompt)) : limit
}

function chooseEnd(task: CompactionTask, plan: CompactionPlan, fits: (prompt: Prompt) => boolean): number {
  const { messages } = task.prompt
  const fitsUpTo = (end: number) => fits(promptUpTo(end, task, plan))
  if (fitsUpTo(messages.length)) return messages.length
  const ends = findCuts(messages).filter((cut) => cut <= plan.cut)
  const end = firstFitting(ends.toReversed(), fitsUpTo)
  if (end !== undefined) return end
  throw new AppError('CONTEXT_TOO_LONG', 'The first message alone is more than the model can read at once.')
}

function promptUpTo(end: number, { prompt }: CompactionTask, { summaryTokens }: CompactionPlan): Prompt {
  return { ...prompt, messages: askForSummary(prompt.messages.slice(0, end), summaryTokens) }
}

/** Nobody asked for this call, so its failure alone would say nothing to the person. */
function sayWhatFor(error: unknown, { cause }: CompactionTask): unknown {
  if (!(error instanceof AppError) || error.code === 'CANCELLED' || cause === 'asked') return error
  const { message, retryable, hint = 'Start a new chat, or choose a model with a larger context.' } = error
  const what = 'This conversation is nearly full, and its earlier messages could not be summarised.'
  return new AppError('CONTEXT_TOO_LONG', `${what} ${message}`, { hint, retryable, cause: error })
}
