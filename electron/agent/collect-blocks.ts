import type { MessageId, ModelId, ToolUseId } from '../../shared/ids.ts'
import type { ContentBlock, Message } from '../../shared/messages.ts'
import type { ModelPiece } from './call-model.ts'
import { closeBlock, type OpenBlock } from './close-block.ts'
import { mendSeam, type Seam } from './mend-seam.ts'
import type { Clock, RunSink } from './ports.ts'
import { writeBlocks } from './write-blocks.ts'

/** Builds one assistant message from a model's pieces, of one stream or of several, while passing each on. */
export type BlockCollector = {
  /** Whose the next pieces are: of a stream from the beginning, or of one that goes on from `keepText`. */
  begin(modelId: ModelId): void
  readonly add: (piece: ModelPiece) => void
  /** The stream ended by itself: what was held back of it is passed on. */
  readonly end: () => void
  /**
   * Takes back what cannot be gone on from and returns the rest, which ends with a text that is not blank; empty when
   * there is none. Tool uses go, even whole ones: the model had not finished asking.
   */
  keepText(): readonly ContentBlock[]
  /** Takes back everything: the message stays, empty. */
  clear(): void
  /** True once the message was announced: then it must be completed. */
  isAnnounced(): boolean
  /** The message as it stands. An unfinished one (`isWhole` false) has no tool uses. */
  message(isWhole: boolean): Message
  /** Announces the message where nothing did, and passes it on as complete. */
  complete(message: Message): void
}

/**
 * A stream that goes on from a text writes its first text into it, joined by `mendSeam`. What it thinks meanwhile is
 * left out: the signature belongs to a request that no later history contains.
 */
export function collectBlocks(
  id: MessageId,
  usedToolIds: Set<string>,
  ports: { readonly clock: Clock; readonly emit: RunSink },
): BlockCollector {
  let modelId: ModelId
  const writer = writeBlocks(id, () => modelId, ports)
  const { blocks } = writer
  let isGoingOn = false
  /** Between the kept text and what follows it; null when nothing is to be joined any more. */
  let seam: Seam | null = null

  function closeSeam(): void {
    const rest = seam?.end() ?? ''
    seam = null
    if (rest !== '') writer.writeText(rest)
  }

  function addText(index: number, text: string): void {
    if (seam !== null && writer.isFresh()) writer.adoptLast(index)
    // Another block begins: nothing of it repeats the one before.
    if (seam !== null && !writer.isOpen(index)) closeSeam()
    writer.open(index, 'text')
    const shown = seam === null ? text : seam.take(text)
    if (seam?.isMended === true) seam = null
    // An empty one may be all there is of its block, which then needs a place too.
    if (shown !== '' || text === '') writer.writeText(shown)
  }

  function addThought(piece: Extract<ModelPiece, { type: `reasoning-${string}` }>): void {
    if (isGoingOn) return
    const block = writer.open(piece.index, 'reasoning')
    if (piece.type === 'reasoning-delta') return writer.writeReasoning(piece.text)
    if (block?.type !== 'reasoning') return
    // Thinking that shows no text is a block all the same: without it, what follows would have no place.
    writer.writeReasoning('')
    if (piece.type === 'reasoning-signature') block.signature = (block.signature ?? '') + piece.signature
    else block.redacted = (block.redacted ?? '') + piece.base64
  }

  function rewind(count: number): void {
    seam = null
    for (const block of writer.rewind(count)) if (block.type === 'tool-use') usedToolIds.delete(block.toolUseId)
  }

  return {
    begin(asked) {
      modelId = asked
      const last = blocks.at(-1)
      isGoingOn = last?.type === 'text'
      seam = last?.type === 'text' ? mendSeam(last.text) : null
      writer.renumber()
    },
    add(piece) {
      switch (piece.type) {
        case 'text-delta':
          return addText(piece.index, piece.text)
        case 'tool-use-started': {
          closeSeam()
          const toolUseId = unusedToolId(piece.toolUseId, usedToolIds)
          return writer.addTool(piece.index, { toolUseId, name: piece.name })
        }
        case 'tool-input-delta':
          writer.reopen(piece.index)
          return writer.writeToolInput(piece.json)
        default:
          return addThought(piece)
      }
    },
    end: closeSeam,
    keepText() {
      rewind(countKept(blocks))
      return blocks.map(closeBlock)
    },
    clear: () => rewind(0),
    isAnnounced: () => writer.announcedAt() !== null,
    message(isWhole) {
      const kept = isWhole ? blocks : blocks.filter((block) => block.type !== 'tool-use')
      const createdAt = writer.announcedAt() ?? ports.clock.now()
      return { id, role: 'assistant', content: kept.map(closeBlock), createdAt }
    },
    complete(message) {
      // A reply with no content at all is still a message: every announced or finished one is completed.
      writer.announce()
      ports.emit({ type: 'message-completed', message })
    },
  }
}

/** Up to the last text before the first tool use. */
function countKept(blocks: readonly OpenBlock[]): number {
  const firstTool = blocks.findIndex((block) => block.type === 'tool-use')
  const said = firstTool === -1 ? blocks : blocks.slice(0, firstTool)
  return said.findLastIndex((block) => block.type === 'text' && block.text.trim() !== '') + 1
}

/** What the service takes as an id (Converse, ToolUseBlock), and no name that every object has. */
const usableId = /^[\w.:-]{1,64}$/

function unusedToolId(wanted: string, used: Set<string>): ToolUseId {
  const base = usableId.test(wanted) && !(wanted in {}) ? wanted : 'tool-use'
  let id = base
  for (let n = 2; used.has(id); n++) id = `${base.slice(0, 58)}-${n}`
  used.add(id)
  return id as ToolUseId
}
