import { AppError } from '../../shared/errors.ts'
import type { Answer, BrokenAnswer, BrokenCall, CheapTry } from './broken-answer.fixture.ts'
import { seamMark } from './mend-seam.ts'
import type { Model, ModelEvent, ModelMessage, ModelRequest } from './ports.ts'

/** A model that answers as the scenario says, call by call, at whatever place it is asked. */
export function brokenModel(
  { answer, calls }: Pick<BrokenAnswer, 'answer' | 'calls'>,
  ending: CheapTry['fault'] | null,
): Model {
  let count = 0
  return {
    async *stream(request) {
      if (asksForJudgement(request)) return yield* say('3', 'end-turn')
      const call = calls[count++] ?? wholeCall
      let sent = 0
      for (const event of eventsOf(answer, call, { request, ending })) {
        if (sent++ >= call.pieces) {
          if (call.failure === 'silence') return
          throw new AppError(call.failure, 'It failed.', { retryable: true })
        }
        yield event
      }
    },
  }
}

const wholeCall: BrokenCall = { pieces: Infinity, failure: 'silence', sizes: [7], goesOn: 'exactly' }

function asksForJudgement({ messages }: ModelRequest): boolean {
  const [first] = messages[0]?.content ?? []
  return first?.type === 'text' && first.text.startsWith('<question>')
}

function* say(text: string, reason: 'end-turn' | 'refused'): Generator<ModelEvent> {
  yield { type: 'text-delta', index: 0, text }
  yield { type: 'message-stopped', reason }
}

type Asked = { readonly request: ModelRequest; readonly ending: CheapTry['fault'] | null }

function* eventsOf(answer: Answer, call: BrokenCall, { request, ending }: Asked): Generator<ModelEvent> {
  const begun = readBegun(request)
  const text = begun === null ? answer.text : goOn(answer.text, begun, call)
  for (const piece of cut(answer.thought, call.sizes)) yield { type: 'reasoning-delta', index: 0, text: piece }
  if (answer.thought !== '') yield { type: 'reasoning-signature', index: 0, signature: 'signed' }
  for (const piece of cut(text, call.sizes)) yield { type: 'text-delta', index: 3, text: piece }
  const inputs = ending === 'malformed' ? ['{"broken'] : answer.toolInputs
  for (const [n, json] of inputs.entries()) {
    yield { type: 'tool-use-started', index: 5 + n, toolUseId: `call_${n}`, name: 'look' }
    for (const piece of cut(json, call.sizes)) yield { type: 'tool-input-delta', index: 5 + n, json: piece }
  }
  yield {
    type: 'message-stopped',
    reason: ending === 'refused' ? 'refused' : inputs.length > 0 ? 'tool-use' : 'end-turn',
  }
  yield {
    type: 'usage',
    usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
    latencyMs: null,
  }
}

/** The text the model is told stands; null when it answers from the beginning. Refuses what the service refuses. */
function readBegun({ messages, model }: ModelRequest): string | null {
  if (messages.some((message, n) => message.role === messages[n + 1]?.role)) throw refusal('roles')
  const begun = messages.find(({ role }) => role === 'assistant')
  if (begun === undefined) return null
  if (messages.at(-1) === begun && model.accepts.prefill !== true) throw refusal('prefill')
  const text = textOf(begun)
  if (text === '' || text !== text.trimEnd()) throw refusal('blanks')
  return text
}

function textOf({ content }: ModelMessage): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('')
}

function refusal(what: string): AppError {
  return new AppError('MODEL_REJECTED_REQUEST', `Refused: ${what}.`)
}

function goOn(text: string, begun: string, { goesOn }: BrokenCall): string {
  if (!text.startsWith(begun)) throw refusal('another text')
  const rest = text.slice(begun.length)
  if (goesOn === 'with-mark') return seamMark + rest
  if (goesOn === 'exactly') return rest
  const sentence = begun.slice(0, Math.max(0, begun.length - 40)).lastIndexOf('Point ')
  return sentence === -1 ? rest : begun.slice(sentence) + rest
}

/** In pieces of these lengths; no character is cut in two. */
function* cut(text: string, lengths: readonly number[]): Generator<string> {
  const characters = Array.from(text)
  for (let at = 0, n = 0; at < characters.length; n++) {
    const length = lengths[n % lengths.length] ?? 1
    yield characters.slice(at, at + length).join('')
    at += length
  }
}
