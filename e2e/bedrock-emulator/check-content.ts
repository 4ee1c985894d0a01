import type { ConverseRequest, RequestBlock } from './converse-request.ts'
import { refuse, refuseAsModel } from './refuse.ts'

/** No message, text or failed tool result may be empty. */
export function checkContent({ messages = [], system = [] }: ConverseRequest): void {
  if (system.some((block) => block.text?.trim() === '')) refuseAsModel('system: text content blocks must be non-empty')
  messages.forEach(({ content }, index) => {
    if (content.length === 0) {
      refuse(
        `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
      )
    }
    content.forEach((block, blockIndex) => checkBlock(block, `messages.${index}.content.${blockIndex}`))
  })
}

function checkBlock({ text, toolResult }: RequestBlock, place: string): void {
  if (text === '') {
    refuse(`The text field in the ContentBlock object at ${place} is blank. Add text to the text field, and try again.`)
  }
  if (text?.trim() === '') refuseAsModel('messages: text content blocks must contain non-whitespace text')
  if (toolResult === undefined) return
  const { content = [], status } = toolResult
  if (status === 'error' && content.length === 0) {
    refuse(`The content field at ${place}.toolResult cannot be empty when status value is error.`)
  }
  if (content.some((block) => block.text?.trim() === '')) {
    refuseAsModel('messages: text content blocks must be non-empty')
  }
}
