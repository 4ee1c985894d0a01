import { AppError } from '../../shared/errors.ts'
import type { Message } from '../../shared/messages.ts'
import type { RunEvent } from '../../shared/run-events.ts'
import { toModelContent } from './build-history.ts'
import type { Prompt } from './estimate-prompt.ts'
import { goOnText } from './go-on-text.ts'
import type { RunContext } from './open-context.ts'
import type { ModelMessage, RunScope, TurnConfiguration } from './ports.ts'
import { streamReply, type Reply, type ReplyPorts } from './stream-reply.ts'

type Asking = {
  readonly scope: RunScope
  readonly turn: TurnConfiguration
  readonly context: RunContext
  readonly usedToolIds: Set<string>
}

/**
 * One reply, added to the context, with room made for it first. A prompt the service refuses as too long, though the
 * estimate was another, is shortened once and sent again. Throws what the model throws.
 */
export async function askModel(asking: Asking, ports: ReplyPorts): Promise<Reply> {
  const { turn, context } = asking
  await context.makeRoom(turn)
  try {
    return await ask(asking, ports)
  } catch (error) {
    const isTooLong = error instanceof AppError && error.code === 'CONTEXT_TOO_LONG'
    if (!isTooLong || !(await context.shorten(turn, 'too-long'))) throw error
    return ask(asking, ports)
  }
}

async function ask({ scope, turn, context, usedToolIds }: Asking, ports: ReplyPorts): Promise<Reply> {
  // Of a reply that fails, what was shown is stored, so it is part of what is sent from here on.
  const emit = (event: RunEvent) => {
    if (event.type === 'message-completed') context.append(answerOf(event.message))
    ports.emit(event)
  }
  const request = endingWithTheUser(context.prompt())
  return streamReply({ scope, turn, request, usedToolIds }, { ...ports, emit })
}

function answerOf(message: Message): ModelMessage {
  return { id: message.id, role: 'assistant', content: toModelContent(message) }
}

/** After an answer that was cut short by the limit. Newest models refuse to go on from an assistant message as such. */
function endingWithTheUser(prompt: Prompt): Prompt {
  return prompt.messages.at(-1)?.role === 'assistant' ? { ...prompt, messages: [...prompt.messages, goOn] } : prompt
}

const goOn: ModelMessage = { role: 'user', content: [{ type: 'text', text: goOnText }] }
