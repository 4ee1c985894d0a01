import type { MessageId, ModelId, ToolUseId } from '../../shared/ids.ts'
import type { OpenBlock } from './close-block.ts'
import type { Clock, RunSink } from './ports.ts'

/** The blocks of one message that grows, each change an event. Of its blocks one is open: what is written goes there. */
export type BlockWriter = {
  readonly blocks: readonly OpenBlock[]
  /** A stream begins: its block numbers have nothing to do with those before. */
  renumber(): void
  /** True until the stream has a block of its own. */
  isFresh(): boolean
  /** Opens the stream's block with this number, a new one if need be. Its kind differs when the model reused the number. */
  readonly open: (index: number, type: 'text' | 'reasoning') => OpenBlock | undefined
  /** Opens the block with this number, if the stream has one. */
  readonly reopen: (index: number) => OpenBlock | undefined
  readonly isOpen: (index: number) => boolean
  /** Opens the last block there is and gives it this number: the stream goes on in it. */
  adoptLast(index: number): void
  addTool(index: number, tool: { readonly toolUseId: ToolUseId; readonly name: string }): void
  /** Into the open block; what does not fit its kind is left out. */
  readonly writeText: (text: string) => void
  readonly writeReasoning: (text: string) => void
  readonly writeToolInput: (json: string) => void
  /** Keeps the first blocks only and returns the others. */
  rewind(count: number): readonly OpenBlock[]
  /** When the message was announced; null before its first block. */
  announcedAt(): number | null
  announce(): void
}

/**
 * A stream's block numbers may have gaps; ours are places in the message, in the order blocks first appear. A piece
 * for the block that is open costs a string append and its event.
 */
export function writeBlocks(
  messageId: MessageId,
  thinker: () => ModelId,
  { clock, emit }: { readonly clock: Clock; readonly emit: RunSink },
): BlockWriter {
  const blocks: OpenBlock[] = []
  const places = new Map<number, number>()
  let announcedAt: number | null = null
  let openIndex = -1
  let openPlace = -1
  let openBlock: OpenBlock | undefined

  function announce(): void {
    if (announcedAt !== null) return
    announcedAt = clock.now()
    emit({ type: 'message-started', messageId, at: announcedAt })
  }

  function enter(index: number, place: number): OpenBlock | undefined {
    openIndex = index
    openPlace = place
    openBlock = blocks[place]
    return openBlock
  }

  function append(index: number, block: OpenBlock): OpenBlock | undefined {
    announce()
    const place = blocks.push(block) - 1
    places.set(index, place)
    return enter(index, place)
  }

  function reopen(index: number): OpenBlock | undefined {
    return index === openIndex ? openBlock : enter(index, places.get(index) ?? -1)
  }

  return {
    blocks,
    renumber() {
      places.clear()
      enter(-1, -1)
    },
    isFresh: () => places.size === 0,
    open: (index, type) =>
      reopen(index) ?? append(index, type === 'text' ? { type, text: '' } : { type, text: '', modelId: thinker() }),
    reopen,
    isOpen: (index) => index === openIndex,
    adoptLast(index) {
      places.set(index, blocks.length - 1)
      enter(index, blocks.length - 1)
    },
    addTool(index, { toolUseId, name }) {
      append(index, { type: 'tool-use', toolUseId, name, json: '' })
      emit({ type: 'tool-use-started', messageId, index: openPlace, toolUseId, name })
    },
    writeText(text) {
      if (openBlock?.type !== 'text') return
      openBlock.text += text
      emit({ type: 'text-delta', messageId, index: openPlace, text })
    },
    writeReasoning(text) {
      if (openBlock?.type !== 'reasoning') return
      openBlock.text += text
      emit({ type: 'reasoning-delta', messageId, index: openPlace, text })
    },
    writeToolInput(json) {
      if (openBlock?.type !== 'tool-use') return
      openBlock.json += json
      emit({ type: 'tool-input-delta', toolUseId: openBlock.toolUseId, json })
    },
    rewind(count) {
      if (count >= blocks.length) return []
      emit({ type: 'message-rewound', messageId, blocks: count })
      return blocks.splice(count)
    },
    announcedAt: () => announcedAt,
    announce,
  }
}
