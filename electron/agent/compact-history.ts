import { appendMessage } from './append-message.ts'
import { firstFitting } from './first-fitting.ts'
import type { ModelContentBlock, ModelMessage } from './ports.ts'

/**
 * The history with everything before `cut` replaced by one message of the user's role that holds `summary`. The kept
 * messages are as many as before, each in its place from the end, and stay the same objects, but for two kinds: a first
 * one of the user stands behind the summary in one message, and thinking is left out.
 */
export function replaceBefore(messages: readonly ModelMessage[], cut: number, summary: string): ModelMessage[] {
  const replaced: ModelMessage[] = [{ role: 'user', content: [{ type: 'text', text: summary }] }]
  const [first, ...rest] = messages.slice(cut).map(withoutThinking)
  if (first !== undefined) appendMessage(replaced, first)
  return [...replaced, ...rest]
}

/**
 * A signature holds for exactly what was read before it: the newest Claude models refuse thinking that comes back behind
 * another beginning (https://platform.claude.com, models/opus-5-5).
 */
function withoutThinking(message: ModelMessage): ModelMessage {
  const content = message.content.filter(({ type }) => type !== 'reasoning')
  if (content.length === message.content.length) return message
  return { ...message, content: content.length > 0 ? content : [thoughtOnly] }
}

/** Holds the place of a message that was nothing but thinking, between its neighbours; unsigned, it is never sent. */
const thoughtOnly: ModelContentBlock = { type: 'reasoning', text: '' }

/**
 * Where a history can be cut, as indexes of the first message kept: at a question or at an answer, which a stored
 * conversation knows by its id. A message that starts with tool results has none, so a use is never parted from its
 * result.
 */
export function findCuts(messages: readonly ModelMessage[]): readonly number[] {
  return messages.flatMap(({ id }, index) => (index > 0 && id !== undefined ? [index] : []))
}

/**
 * The cut that keeps most within `targetTokens`: at a question, so that the newest turns stay whole; between the steps
 * of the newest turn when not even that fits; the last one when nothing does. null when there is no place to cut.
 * `tokensAfter` tells the size of the prompt after a cut; it falls as the cut moves on.
 */
export function chooseCut(
  messages: readonly ModelMessage[],
  targetTokens: number,
  tokensAfter: (cut: number) => number,
): number | null {
  const cuts = findCuts(messages)
  const questions = cuts.filter((cut) => messages[cut]?.role === 'user')
  const fits = (cut: number) => tokensAfter(cut) <= targetTokens
  return firstFitting(questions, fits) ?? firstFitting(cuts, fits) ?? cuts.at(-1) ?? null
}
