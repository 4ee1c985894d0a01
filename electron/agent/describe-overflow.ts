import { AppError } from '../../shared/errors.ts'
import { estimatePrompt } from './estimate-prompt.ts'
import type { CompactionTask } from './plan-compaction.ts'
import type { ModelMessage } from './ports.ts'

/** `CONTEXT_TOO_LONG` for a prompt that summarising cannot make fit, saying what fills it and what to do about that. */
export function describeOverflow(task: CompactionTask): AppError {
  const { turn, prompt, pinned } = task
  const { label, contextTokens = 0 } = turn.modelInfo
  const tokensOf = (messages: readonly ModelMessage[]) => estimatePrompt(turn, { ...prompt, messages })
  const frame = tokensOf([])
  const fillings = [
    { tokens: frame, ...ofFrame },
    { tokens: pinned.length === 0 ? 0 : tokensOf([quoted(pinned)]) - frame, ...ofPinned },
    ...prompt.messages.map((message) => ({ tokens: tokensOf([message]) - frame, ...ofMessage(message) })),
  ]
  const { what, hint, tokens } = fillings.reduce((most, filling) => (filling.tokens > most.tokens ? filling : most))
  const sizes = `about ${inWords(tokensOf(prompt.messages))} tokens, and ${label} reads ${inWords(contextTokens)} at once`
  return new AppError('CONTEXT_TOO_LONG', `This is too long to send: ${sizes}. ${what} takes ${inWords(tokens)}.`, {
    hint,
  })
}

type Filling = { readonly what: string; readonly hint: string }

const ofFrame: Filling = {
  what: 'What the agent is told about itself and its tools',
  hint: 'Choose a model with a larger context, or another agent.',
}

const ofPinned: Filling = {
  what: 'What is pinned, and kept word for word,',
  hint: 'Unpin what is not needed any more, or choose a model with a larger context.',
}

function ofMessage({ role, content }: ModelMessage): Filling {
  if (content.some((block) => block.type === 'tool-result'))
    return { what: 'One answer of a tool', hint: 'Ask for a smaller part at a time, in a new chat.' }
  if (role === 'assistant')
    return { what: 'One answer of the model', hint: 'Start a new chat, or choose a model with a larger context.' }
  if (content.some((block) => block.type === 'image'))
    return { what: 'One message with its pictures', hint: 'Send fewer or smaller pictures, in a new chat.' }
  return { what: 'One message', hint: 'Hand a long text over as a file, in a new chat: the agent reads it in parts.' }
}

function quoted(texts: readonly string[]): ModelMessage {
  return { role: 'user', content: texts.map((text) => ({ type: 'text', text })) }
}

function inWords(tokens: number): string {
  return Math.round(tokens).toLocaleString('en-US')
}
