import type { MessageId, ToolUseId } from '../../shared/ids.ts'
import type { ContentBlock, Message } from '../../shared/messages.ts'
import type { JsonValue } from '../../shared/schema.ts'
import type { Clock, ModelEvent, RunSink } from './ports.ts'

/** Builds one assistant message from a model's deltas while passing each on. */
export type BlockCollector = {
  add(event: Exclude<ModelEvent, { type: 'message-stopped' | 'usage' }>): void
  /** True until the first delta: such a message was never announced and may be tried again. */
  isEmpty(): boolean
  /** Emits and returns the message. An unfinished one (`isWhole` false) keeps its text and loses its tool uses. */
  complete(isWhole: boolean): Message
}

type OpenBlock =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string; signature?: string; redacted?: string }
  | { type: 'tool-use'; toolUseId: ToolUseId; name: string; json: string }

/**
 * Provider block numbers may have gaps; ours are places in `content`, in the order blocks first appear.
 * Costs a map look-up and a string append per delta.
 */
export function collectBlocks(
  id: MessageId,
  usedToolIds: Set<string>,
  { clock, emit }: { readonly clock: Clock; readonly emit: RunSink },
): BlockCollector {
  const blocks: OpenBlock[] = []
  const places = new Map<number, number>()
  let createdAt: number | null = null

  function place(index: number, create: () => OpenBlock): number {
    const known = places.get(index)
    if (known !== undefined) return known
    if (createdAt === null) {
      createdAt = clock.now()
      emit({ type: 'message-started', messageId: id, at: createdAt })
    }
    places.set(index, blocks.length)
    return blocks.push(create()) - 1
  }

  function open<Type extends OpenBlock['type']>(
    type: Type,
    at: number,
  ): Extract<OpenBlock, { type: Type }> | undefined {
    const block = blocks[at]
    return block?.type === type ? (block as Extract<OpenBlock, { type: Type }>) : undefined
  }

  return {
    isEmpty: () => createdAt === null,
    add(event) {
      switch (event.type) {
        case 'text-delta': {
          const index = place(event.index, () => ({ type: 'text', text: '' }))
          const block = open('text', index)
          if (block === undefined) return
          block.text += event.text
          return emit({ type: 'text-delta', messageId: id, index, text: event.text })
        }
        case 'reasoning-delta': {
          const index = place(event.index, () => ({ type: 'reasoning', text: '' }))
          const block = open('reasoning', index)
          if (block === undefined) return
          block.text += event.text
          return emit({ type: 'reasoning-delta', messageId: id, index, text: event.text })
        }
        case 'reasoning-signature': {
          const block = open(
            'reasoning',
            place(event.index, () => ({ type: 'reasoning', text: '' })),
          )
          if (block !== undefined) block.signature = (block.signature ?? '') + event.signature
          return
        }
        case 'reasoning-redacted': {
          const block = open(
            'reasoning',
            place(event.index, () => ({ type: 'reasoning', text: '' })),
          )
          if (block !== undefined) block.redacted = (block.redacted ?? '') + event.base64
          return
        }
        case 'tool-use-started': {
          const toolUseId = unusedToolId(event.toolUseId, usedToolIds)
          const index = place(event.index, () => ({ type: 'tool-use', toolUseId, name: event.name, json: '' }))
          return emit({ type: 'tool-use-started', messageId: id, index, toolUseId, name: event.name })
        }
        case 'tool-input-delta': {
          const block = open('tool-use', places.get(event.index) ?? -1)
          if (block === undefined) return
          block.json += event.json
          return emit({ type: 'tool-input-delta', toolUseId: block.toolUseId, json: event.json })
        }
      }
    },
    complete(isWhole) {
      const kept = isWhole ? blocks : blocks.filter((block) => block.type !== 'tool-use')
      const message: Message = {
        id,
        role: 'assistant',
        content: kept.map(closeBlock),
        createdAt: createdAt ?? clock.now(),
      }
      // A reply with no content at all is still a message: every announced or finished one is completed.
      if (createdAt === null) emit({ type: 'message-started', messageId: id, at: message.createdAt })
      emit({ type: 'message-completed', message })
      return message
    },
  }
}

function closeBlock(block: OpenBlock): ContentBlock {
  if (block.type !== 'tool-use') return block
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

function unusedToolId(wanted: string, used: Set<string>): ToolUseId {
  let id = wanted
  for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`
  used.add(id)
  return id as ToolUseId
}
