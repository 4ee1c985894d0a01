import { messageText, type Message } from '../../shared/messages.ts'
import { appendMessage } from './append-message.ts'
import { compact } from './compact.ts'
import { contextBudget } from './context-budget.ts'
import { describeOverflow } from './describe-overflow.ts'
import { estimatePrompt, type Prompt } from './estimate-prompt.ts'
import type { CompactionTask } from './plan-compaction.ts'
import type { ModelMessage, RunScope, SystemText, Tools, TurnConfiguration } from './ports.ts'
import type { ReplyPorts } from './stream-reply.ts'

/** What a run's model reads, kept within what the model can read at once. */
export type RunContext = {
  append(message: ModelMessage): void
  /** What to send now. Messages are the same objects from call to call. */
  prompt(): Prompt
  /** Summarises earlier messages before the limit is reached. Throws `CONTEXT_TOO_LONG` when what is left cannot fit. */
  makeRoom(turn: TurnConfiguration): Promise<void>
  /** Summarises earlier messages now; false when there is too little to gain, or the model's limit is not known. */
  shorten(turn: TurnConfiguration, cause: CompactionTask['cause']): Promise<boolean>
}

export type ContextOfRun = {
  readonly scope: RunScope
  readonly system: SystemText
  readonly history: readonly ModelMessage[]
  readonly userMessage: Message
  readonly pinned: () => readonly string[]
}

export function openContext(run: ContextOfRun, ports: ReplyPorts & { readonly tools: Tools }): RunContext {
  const { system, scope } = run
  const { conversationId, signal } = scope
  // Once a run: another list would change the first bytes of the prompt, and with them all of the prompt cache.
  const tools = ports.tools.specs()
  let messages = run.history.slice()
  let questionAt = messages.length - 1

  function prompt(): Prompt {
    return { system, messages: messages.slice(), tools, conversationId }
  }

  function taskFor(turn: TurnConfiguration, cause: CompactionTask['cause']): CompactionTask {
    const question = { text: questionText(run.userMessage), at: questionAt }
    return { turn, prompt: prompt(), cause, pinned: run.pinned(), question }
  }

  async function shorten(turn: TurnConfiguration, cause: CompactionTask['cause']): Promise<boolean> {
    // Of a model whose limit nobody knows, only the person knows whether a summary is any use.
    if (cause !== 'asked' && turn.modelInfo.contextTokens === undefined) return false
    const shorter = await compact(taskFor(turn, cause), signal, ports)
    if (shorter === null) return false
    questionAt += shorter.length - messages.length
    messages = shorter.slice()
    return true
  }

  return {
    append: (message) => appendMessage(messages, message),
    prompt,
    shorten,
    async makeRoom(turn) {
      const budget = contextBudget(turn)
      if (budget === null || turn.model.estimatePromptTokens === undefined) return
      if (estimatePrompt(turn, prompt()) <= budget.compactAbove) return
      await shorten(turn, 'nearly-full')
      const left = taskFor(turn, 'nearly-full')
      if (estimatePrompt(turn, left.prompt) > budget.contextTokens) throw describeOverflow(left)
    },
  }
}

/** What was said, and which files came with it: a summary is text only. */
function questionText(message: Message): string {
  const files = message.content.filter((block) => block.type === 'attachment')
  const lines = files.map(
    ({ name, path }) => `Attached file ${JSON.stringify(name)}, at the path ${JSON.stringify(path)}.`,
  )
  return [...lines, messageText(message)].filter((part) => part.trim() !== '').join('\n\n')
}
