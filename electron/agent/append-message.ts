import type { ModelMessage } from './ports.ts'

/**
 * Adds a message at the end of a list that is the caller's own. Neighbours of one role become one message, since the
 * service refuses two in a row; it keeps the id it starts with. One without content is left out.
 */
export function appendMessage(messages: ModelMessage[], message: ModelMessage): void {
  if (message.content.length === 0) return
  const last = messages.at(-1)
  if (last?.role === message.role) {
    messages[messages.length - 1] = { ...last, content: [...last.content, ...message.content] }
  } else messages.push(message)
}
