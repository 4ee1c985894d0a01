import type { ModelId, ToolUseId } from '../../shared/ids.ts'
import type { ContentBlock } from '../../shared/messages.ts'
import type { JsonValue } from '../../shared/schema.ts'

/** A block of a message that is still being written. */
export type OpenBlock =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string; modelId: ModelId; signature?: string; redacted?: string }
  | { type: 'tool-use'; toolUseId: ToolUseId; name: string; json: string }

/** The block as it stands. A tool use whose input is not JSON keeps what the model wrote. */
export function closeBlock(block: OpenBlock): ContentBlock {
  if (block.type !== 'tool-use') return { ...block }
  const { toolUseId, name, json } = block
  const input = parseInput(json)
  return input === undefined
    ? { type: 'tool-use', toolUseId, name, input: {}, malformed: json }
    : { type: 'tool-use', toolUseId, name, input }
}

/** A tool without parameters may stream no input at all. Undefined when it is not JSON. */
function parseInput(json: string): JsonValue | undefined {
  if (json.trim() === '') return {}
  try {
    return JSON.parse(json) as JsonValue
  } catch {
    return undefined
  }
}
