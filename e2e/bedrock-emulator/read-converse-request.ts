import type { ConverseRequest } from './converse-request.ts'
import { refuse, refuseConstraint } from './refuse.ts'

/** The body as a request, once the shapes the other checks walk over are there. */
export function readConverseRequest(body: unknown): ConverseRequest {
  if (!isRecord(body)) refuse('Unable to parse the request body as a JSON object.')
  const { messages = [], system = [], toolConfig = {} } = body
  if (!isBlocks(system)) refuseConstraint('null', 'system', 'Member must be a list of content blocks')
  if (!isRecord(toolConfig) || !isBlocks(toolConfig['tools'] ?? [])) {
    refuseConstraint('null', 'toolConfig.tools', 'Member must be a list of tools')
  }
  if (!isBlocks(messages)) refuseConstraint('null', 'messages', 'Member must be a list of messages')
  messages.forEach((message, index) => {
    const { content } = message
    const place = `messages.${index + 1}.member.content`
    if (!isBlocks(content)) refuseConstraint('null', place, 'Member must not be null')
    for (const { toolResult, toolUse } of content) {
      if (toolUse !== undefined && !isRecord(toolUse)) refuseConstraint('null', place, 'Member must not be null')
      if (toolResult === undefined) continue
      if (!isRecord(toolResult) || !isBlocks(toolResult['content'] ?? [])) {
        refuseConstraint('null', place, 'Member must not be null')
      }
    }
  })
  return body
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBlocks(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every(isRecord)
}
