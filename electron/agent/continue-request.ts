import type { ContentBlock } from '../../shared/messages.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { seamMark } from './mend-seam.ts'
import type { ModelMessage, ModelRequest } from './ports.ts'

type Request = Omit<ModelRequest, 'model' | 'inference'>

/** `prefill`: the model takes the unfinished message as its own beginning. `ask`: it is told to go on after it. */
export type ContinueWay = 'prefill' | 'ask'

/** A model that thinks before it writes refuses to begin in the middle, whatever it takes otherwise. */
export function continueWayOf({ accepts }: ModelInfo): ContinueWay {
  const mayThink = accepts.reasoning === 'adaptive' || accepts.reasoning === 'always'
  return accepts.prefill === true && !mayThink ? 'prefill' : 'ask'
}

/**
 * The request that takes up an answer where it broke off. `partial` is what of it stands, ending with a text that is
 * not blank. The service refuses a last message that ends with a blank, so that text goes without its own.
 */
export function continueRequest(request: Request, partial: readonly ContentBlock[], way: ContinueWay): Request {
  const content = partial.map((block, at) =>
    at === partial.length - 1 && block.type === 'text' ? { ...block, text: block.text.trimEnd() } : block,
  )
  const begun: ModelMessage = { role: 'assistant', content }
  const rest = way === 'prefill' ? [begun] : [begun, askToGoOn(content)]
  return { ...request, messages: [...request.messages, ...rest] }
}

/** How much of the end is quoted, in characters; whole words where there are any. */
const quotedLength = 200

function askToGoOn(content: readonly ContentBlock[]): ModelMessage {
  const last = content.at(-1)
  const text = last?.type === 'text' ? last.text : ''
  const end = text.slice(-quotedLength)
  const quoted = text.length > quotedLength ? end.replace(/^\S{0,40}\s+/u, '') : end
  const words = [
    'The connection broke while you were writing your last message. The person sees it up to these last words:',
    `<last-words>${quoted}</last-words>`,
    'Go on exactly after them, as if nothing had happened: no greeting, no apology, nothing repeated. What you write is ' +
      `joined to them as it is. So begin with ${seamMark}, and directly behind it put the very next character: a space ` +
      'or a line break if one comes next, the missing letters if the last word is cut off. If your message was ' +
      'complete, or a tool is to be used next, do only what is left.',
  ]
  return { role: 'user', content: [{ type: 'text', text: words.join('\n') }] }
}
