import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { ToolResultContent } from '../../shared/messages.ts'
import type { ToolDisplay, ToolOutcome } from '../../shared/tool-results.ts'
import type { PreparedToolCall } from '../agent/ports.ts'
import type { Answered } from './answer-through-cache.ts'
import { beginningCharacters, beginningOf, readOnTool } from './beginning-of.ts'
import type { EarlierResults } from './earlier-results.ts'
import type { KeptResults } from './kept-results.ts'
import type { RegisteredTool } from './registry.ts'
import type { ToolAnswer } from './tool.ts'

/** What the model is told, and what the person sees of it where that is more. */
export type FittedAnswer = {
  readonly content: ToolResultContent[]
  readonly display: ToolDisplay | undefined
  readonly kept?: NonNullable<ToolOutcome['kept']>
  /** Estimated, against telling the same again. */
  readonly savedTokens: number
  /** What to note once the model is really told: later calls may refer to it. */
  readonly answerId?: string
}

type Fitting = {
  readonly conversationId: ConversationId
  /** What the agent may call. */
  readonly tools: readonly RegisteredTool[]
  readonly services: { readonly results: KeptResults }
  readonly earlierResults?: EarlierResults | undefined
}

/**
 * An answer as it goes into the prompt: whole, as a reference when the model still reads the very same, or as its
 * beginning when it is long and the agent has the tool to read on.
 */
export async function fitForPrompt(
  { answer, cached }: Answered,
  call: PreparedToolCall,
  fitting: Fitting,
): Promise<FittedAnswer> {
  const content = [...answer.content]
  const { earlierResults } = fitting
  if (earlierResults === undefined) return { content, display: answer.display, savedTokens: 0 }
  const id = identifyAnswer(call, answer)
  const earlier = cached === undefined ? undefined : earlierResults.find(id)
  if (earlier !== undefined) {
    // Not «nothing has changed since»: a file may have changed and been put back.
    const text = `The same as the result of the earlier call ${earlier} with this input, which still holds.`
    const savedTokens = Math.floor((toldCharacters(content, fitting) - text.length) / charactersPerToken)
    if (savedTokens > 0) return { content: [{ type: 'text', text }], display: displayOf(answer), savedTokens }
  }
  const fitted = isCut(content, fitting) ? await keep(answer, call, fitting) : { content, display: answer.display }
  return { ...fitted, savedTokens: 0, ...(answer.isError === true ? {} : { answerId: id }) }
}

/**
 * About 6,000 tokens. A result is sent again with every later request of its conversation, so one this long weighs
 * more than the question and the prompt together, and mostly a part of it is needed.
 */
const maxCharacters = 24_000

/** A usual estimate for English and JSON. */
const charactersPerToken = 4

/** The call is part of it: equal words of another call are not the same result. */
function identifyAnswer({ toolName, toolVersion, input }: PreparedToolCall, { content }: ToolAnswer): string {
  return createHash('sha256')
    .update(canonicalJson([toolName, toolVersion, input, content]))
    .digest('hex')
}

function toldCharacters(content: readonly ToolResultContent[], fitting: Fitting): number {
  return isCut(content, fitting) ? beginningCharacters : sentCharacters(content)
}

/** Never where the rest would be out of reach. */
function isCut(content: readonly ToolResultContent[], { tools }: Fitting): boolean {
  return sentCharacters(content) > maxCharacters && tools.some(({ spec }) => spec.name === readOnTool)
}

function sentCharacters(content: readonly ToolResultContent[]): number {
  return content.reduce((sum, part) => sum + textOf(part, 0).length, 0)
}

async function keep(
  answer: ToolAnswer,
  { toolName, powers }: PreparedToolCall,
  { conversationId, services }: Fitting,
): Promise<Omit<FittedAnswer, 'savedTokens'>> {
  const text = readableText(answer.content)
  const isForeign = answer.isForeign === true || powers.output === 'foreign'
  const resultId = await services.results.keep({ conversationId, toolName, text, isForeign })
  const pictures = answer.content.filter((part) => part.type === 'image')
  return {
    content: [{ type: 'text', text: beginningOf(text, resultId) }, ...pictures],
    display: displayOf(answer),
    kept: { resultId, characters: text.length },
  }
}

/** The person sees the whole, though the model is told less. */
function displayOf({ display, content }: ToolAnswer): ToolDisplay {
  if (display !== undefined) return display
  const isJson = content.every((part) => part.type === 'json')
  return { kind: 'text', text: readableText(content), ...(isJson ? { language: 'json' } : {}) }
}

function readableText(content: readonly ToolResultContent[]): string {
  return content
    .filter((part) => part.type !== 'image')
    .map((part) => textOf(part, 1))
    .join('\n\n')
}

/** Indented JSON has lines, by which it can be cut and searched. */
function textOf(part: ToolResultContent, indent: 0 | 1): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'json':
      return JSON.stringify(part.value, null, indent)
    case 'image':
      return ''
  }
}
