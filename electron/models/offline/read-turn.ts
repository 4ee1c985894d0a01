import type { AttachmentBlock } from '../../../shared/messages.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { ModelMessage, ToolResultBlock } from '../../agent/ports.ts'

/** A tool call of this turn with its answer. */
export type Exchange = {
  readonly name: string
  readonly input: JsonValue
  readonly isError: boolean
  /** The first JSON the tool answered, if any, and all its text. */
  readonly json: JsonValue | undefined
  readonly text: string
}

/** What a turn is about: the last thing the person wrote, and what the tools said since. */
export type Turn = {
  readonly question: string
  readonly attachments: readonly AttachmentBlock[]
  readonly exchanges: readonly Exchange[]
  /** Turns answered before, oldest first. */
  readonly earlier: readonly EarlierTurn[]
}

export type EarlierTurn = {
  readonly question: string
  readonly answer: string
  readonly attachments: readonly AttachmentBlock[]
  readonly exchanges: readonly Exchange[]
}

export function readTurn(messages: readonly ModelMessage[]): Turn {
  const start = messages.findLastIndex((message) => isAsking(message))
  const asked = messages[start]
  return {
    // Before it may stand a question that was never answered, or a summary.
    question: asked === undefined ? '' : lastTextOf(asked),
    attachments: asked === undefined ? [] : attachmentsOf(asked),
    exchanges: exchangesOf(messages.slice(start + 1)),
    earlier: earlierAnswers(messages.slice(0, Math.max(start, 0))),
  }
}

function isAsking(message: ModelMessage): boolean {
  return (
    message.role === 'user' && message.content.some((block) => block.type === 'text' || block.type === 'attachment')
  )
}

function textOf(message: ModelMessage): string {
  return message.content
    .filter((block) => block.type === 'text')
    .map((block) => block.text)
    .join('\n')
    .trim()
}

function lastTextOf(message: ModelMessage): string {
  return message.content.findLast((block) => block.type === 'text')?.text.trim() ?? ''
}

function attachmentsOf(message: ModelMessage): AttachmentBlock[] {
  return message.content.filter((block) => block.type === 'attachment')
}

function exchangesOf(messages: readonly ModelMessage[]): Exchange[] {
  const blocks = messages.flatMap((message) => message.content)
  const results = new Map(
    blocks.filter((block) => block.type === 'tool-result').map((block) => [block.toolUseId, block]),
  )
  return blocks
    .filter((block) => block.type === 'tool-use')
    .flatMap((use) => {
      const result = results.get(use.toolUseId)
      return result === undefined ? [] : [{ name: use.name, input: use.input, ...contentOf(result) }]
    })
}

function contentOf(result: ToolResultBlock): Omit<Exchange, 'name' | 'input'> {
  return {
    isError: result.status === 'error',
    json: result.content.find((part) => part.type === 'json')?.value,
    text: result.content
      .filter((part) => part.type === 'text')
      .map((part) => part.text)
      .join('\n'),
  }
}

/** An answer is the last text before the next question; what was said between tool calls is not. */
function earlierAnswers(messages: readonly ModelMessage[]): readonly EarlierTurn[] {
  const starts = messages.flatMap((message, index) => (isAsking(message) ? [index] : []))
  return starts.flatMap((start, index) => {
    const asked = messages[start]
    const said = messages.slice(start + 1, starts[index + 1])
    const answer = said.findLast((message) => message.role === 'assistant' && textOf(message) !== '')
    if (asked === undefined || answer === undefined) return []
    const question = lastTextOf(asked)
    return [{ question, answer: textOf(answer), attachments: attachmentsOf(asked), exchanges: exchangesOf(said) }]
  })
}
