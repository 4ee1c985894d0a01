import type { ConverseRequest, RequestBlock, RequestMessage } from './converse-request.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseConstraint } from './refuse.ts'

/** Every tool use is well formed and answered, once, by the message right after it; nothing else is answered. */
export function checkToolBlocks({ messages = [] }: ConverseRequest): void {
  const spoken = messages.filter((message) => message.role !== 'system')
  messages.forEach((message, index) => {
    message.content.forEach((block, blockIndex) => checkValues(block, `messages.${index}.content.${blockIndex}`))
  })
  spoken.forEach((message, position) => {
    const asked = toolUseIds(spoken[position - 1])
    const answered = toolResultIds(message)
    checkAnswers(asked, answered, messages.indexOf(message))
  })
  const unanswered = toolUseIds(spoken.at(-1))
  if (unanswered.length > 0) refuseUnanswered(unanswered, messages.length)
}

const idPattern = /^[a-zA-Z0-9_.:-]{1,64}$/

function checkValues({ toolUse, toolResult }: RequestBlock, place: string): void {
  const id = toolUse?.toolUseId ?? toolResult?.toolUseId
  if (id !== undefined && !idPattern.test(id)) {
    refuseConstraint(
      `'${id}'`,
      `${place}.toolUseId`,
      'Member must satisfy regular expression pattern: [a-zA-Z0-9_.:-]+',
    )
  }
  if (toolUse !== undefined && !isRecord(toolUse.input)) refuseNoObject(`${place}.toolUse.input`)
  toolResult?.content?.forEach((block, index) => {
    if (block.json !== undefined && !isRecord(block.json)) refuseNoObject(`${place}.toolResult.content.${index}.json`)
  })
}

function refuseNoObject(place: string): never {
  refuse(`The format of the value at ${place} is invalid. Provide a json object for the field and try again.`)
}

function checkAnswers(asked: readonly string[], answered: readonly string[], index: number): void {
  const missing = asked.filter((id) => !answered.includes(id))
  if (missing.length > 0) refuseUnanswered(missing, index)
  if (answered.length > asked.length) {
    refuse(
      `The number of toolResult blocks at messages.${index}.content exceeds the number of toolUse blocks of previous turn.`,
    )
  }
}

function refuseUnanswered(ids: readonly string[], index: number): never {
  refuse(`Expected toolResult blocks at messages.${index}.content for the following Ids: ${ids.join(', ')}`)
}

function toolUseIds(message: RequestMessage | undefined): string[] {
  return (message?.content ?? []).flatMap((block) => block.toolUse?.toolUseId ?? [])
}

function toolResultIds(message: RequestMessage): string[] {
  return message.content.flatMap((block) => block.toolResult?.toolUseId ?? [])
}
