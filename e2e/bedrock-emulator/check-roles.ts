import type { ConverseRequest } from './converse-request.ts'
import { refuse, refuseConstraint } from './refuse.ts'

/** A conversation starts with the user, and the roles take turns. System messages may stand between. */
export function checkRoles({ messages = [] }: ConverseRequest): void {
  messages.forEach(({ role }, index) => {
    if (['user', 'assistant', 'system'].includes(role)) return
    const place = `messages.${index + 1}.member.role`
    refuseConstraint(`'${role}'`, place, 'Member must satisfy enum value set: [user, assistant, system]')
  })
  const spoken = messages.filter((message) => message.role !== 'system')
  if (spoken[0]?.role !== 'user') {
    refuse(
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    )
  }
  if (spoken.some((message, index) => message.role === spoken[index + 1]?.role)) {
    refuse(
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
    )
  }
}
