import { AppError } from '../../shared/errors.ts'
import { estimatePrompt } from './estimate-prompt.ts'
import { planCompaction, replaceAt, type CompactionTask } from './plan-compaction.ts'
import type { ModelMessage } from './ports.ts'
import type { ReplyPorts } from './stream-reply.ts'
import { summarise } from './summarise.ts'

/**
 * Replaces earlier messages by a summary the turn's model writes, tells it as `history-compacted`, and returns the
 * messages as they are from here on; null when cutting would gain too little.
 *
 * One pass is the rule. More follow only when what is to be summarised is itself more than the model reads at once,
 * as after a change to a smaller model. Throws what `summarise` throws.
 */
export async function compact(
  task: CompactionTask,
  signal: AbortSignal,
  ports: ReplyPorts,
): Promise<readonly ModelMessage[] | null> {
  const plan = planCompaction(task)
  if (plan === null) return null
  let rest = task
  let { cut } = plan
  for (let pass = 1; pass <= maxPasses; pass++) {
    const { summary, end } = await summarise(rest, { ...plan, cut }, signal, ports)
    const at = Math.min(cut, end)
    const shorter = withMessages(rest, replaceAt(rest, at, summary))
    tell(rest, shorter, at, ports)
    if (at === cut) return shorter.prompt.messages
    cut += shorter.prompt.messages.length - rest.prompt.messages.length
    rest = shorter
  }
  throw new AppError('CONTEXT_TOO_LONG', 'The earlier messages are too long to be summarised by this model.')
}

const maxPasses = 8

/** The messages from the question on are as many as before. */
function withMessages(task: CompactionTask, messages: readonly ModelMessage[]): CompactionTask {
  const { prompt, question } = task
  const at = question.at + messages.length - prompt.messages.length
  return { ...task, prompt: { ...prompt, messages }, question: { ...question, at } }
}

function tell(before: CompactionTask, after: CompactionTask, cut: number, { emit, clock }: ReplyPorts): void {
  const keptFrom = before.prompt.messages[cut]?.id
  const [replaced] = after.prompt.messages[0]?.content ?? []
  // Untold, it would be missing from the stored run, and the next one would be sent another history than this.
  if (keptFrom === undefined || replaced?.type !== 'text')
    throw new AppError('INTERNAL', 'A conversation was cut where no message begins.')
  const compaction = {
    summary: replaced.text,
    keptFrom,
    tokensBefore: Math.round(estimatePrompt(before.turn, before.prompt)),
    tokensAfter: Math.round(estimatePrompt(after.turn, after.prompt)),
    at: clock.now(),
  }
  emit({ type: 'history-compacted', compaction })
}
