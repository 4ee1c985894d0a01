import { randomBytes } from 'node:crypto'

import { burstText, toolInputJson } from './measure-usage.ts'
import type { Reply, ReplyStep } from './script.ts'
import { replyStopReason } from './reply-stop-reason.ts'

/** What a stream writes next: a wait, or one event. `unpaced` events follow each other without the configured delay. */
export type StreamMove =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'event'; readonly type: string; readonly payload: object; readonly unpaced: boolean }

/**
 * The events of a reply in the service's order, up to and with `messageStop`. Text and reasoning blocks open with
 * their first delta, since `contentBlockStart` has no member for them; every block is closed by `contentBlockStop`.
 */
export function* replyEvents(reply: Reply): Generator<StreamMove> {
  yield event('messageStart', { role: 'assistant' })
  let contentBlockIndex = 0
  for (const step of reply) {
    if ('delayMs' in step) yield { kind: 'wait', ms: step.delayMs }
    else if (isBlock(step)) {
      yield* blockEvents(step, contentBlockIndex)
      yield event('contentBlockStop', { contentBlockIndex })
      contentBlockIndex += 1
    }
  }
  yield event('messageStop', { stopReason: replyStopReason(reply) })
}

/** What each block opens, streams and adds to a whole message. Every other step says how, not what. */
export type BlockStep = Exclude<ReplyStep, { delayMs: number } | { stopReason: string } | { usage: object }>

export function isBlock(step: ReplyStep): step is BlockStep {
  return !('delayMs' in step || 'stopReason' in step || 'usage' in step)
}

const defaultChunkSize = 12

function* blockEvents(step: BlockStep, contentBlockIndex: number): Generator<StreamMove> {
  const delta = (content: object, unpaced = false): StreamMove =>
    event('contentBlockDelta', { contentBlockIndex, delta: content }, unpaced)
  if ('text' in step) {
    for (const [index, text] of chunks(step.text, step.chunkSize).entries()) {
      if (index === step.heldAfter) yield { kind: 'hold' }
      yield delta({ text })
    }
  } else if ('reasoning' in step) {
    // Newer models think without showing it: an empty text sends only its signature.
    if (step.reasoning !== '') {
      for (const text of chunks(step.reasoning, step.chunkSize)) yield delta({ reasoningContent: { text } })
    }
    yield delta({ reasoningContent: { signature: step.signature ?? emulatedSignature } })
  } else if ('redactedReasoning' in step) {
    yield delta({ reasoningContent: { redactedContent: step.redactedReasoning } })
  } else if ('toolUse' in step) {
    const { name, toolUseId = newToolUseId() } = step.toolUse
    yield event('contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId, name } } })
    for (const input of chunks(toolInputJson(step.toolUse), step.chunkSize)) yield delta({ toolUse: { input } })
  } else {
    const { deltas, text = burstText } = step.burst
    for (let sent = 0; sent < deltas; sent += 1) yield delta({ text }, true)
  }
}

/** Stands for the opaque signature under which the service later accepts its own reasoning back. */
export const emulatedSignature = Buffer.from('signed by the Bedrock emulator').toString('base64')

export function newToolUseId(): string {
  return `tooluse_${randomBytes(16).toString('base64url')}`
}

function event(type: string, payload: object, unpaced = false): StreamMove {
  return { kind: 'event', type, payload, unpaced }
}

/** Cut between code points: half a surrogate pair would not survive JSON. An empty text is one empty chunk. */
function chunks(text: string, size = defaultChunkSize): string[] {
  const points = Array.from(text)
  const parts = [points.slice(0, size).join('')]
  for (let start = size; start < points.length; start += size) parts.push(points.slice(start, start + size).join(''))
  return parts
}
