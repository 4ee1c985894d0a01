import type { ContentBlock } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'

/** What can be said about a model call that is under way. Everything counted here is an estimate until usage arrives. */
export type LiveCall =
  | { readonly kind: 'retrying'; readonly attempt: number; readonly inMs: number }
  | { readonly kind: 'waiting'; readonly elapsedMs: number }
  | {
      readonly kind: 'streaming'
      readonly elapsedMs: number
      /** null when an answer was taken up again: its first token came in an earlier call. */
      readonly firstTokenMs: number | null
      /** How long nothing has come. */
      readonly silentMs: number
      readonly aboutTokens: number
      readonly aboutTokensPerSecond: number | null
    }

/**
 * null while no model is working: between calls, while tools run, and after the end. `heardAt` is when the page last
 * heard of the run.
 */
export function liveCall(run: RunState, now: number, heardAt: number): LiveCall | null {
  if (run.stop !== null) return null
  if (run.retry !== null) {
    return { kind: 'retrying', attempt: run.retry.attempt, inMs: Math.max(0, run.retry.at + run.retry.delayMs - now) }
  }
  if (run.pendingCall === null) return null
  const elapsedMs = Math.max(0, now - run.pendingCall.startedAt)
  const open = run.messages.at(-1)
  if (open === undefined || open.id !== run.openMessageId) return { kind: 'waiting', elapsedMs }
  const characters = open.content.reduce((sum, block) => sum + lengthOf(block, run), 0)
  if (characters === 0) return { kind: 'waiting', elapsedMs }
  const aboutTokens = Math.ceil(characters / charactersPerToken)
  // The message opens with its first token.
  const streamingMs = now - open.createdAt
  const aboutTokensPerSecond = streamingMs < 500 ? null : (aboutTokens / streamingMs) * 1000
  const untilFirstMs = open.createdAt - run.pendingCall.startedAt
  return {
    kind: 'streaming',
    elapsedMs,
    firstTokenMs: untilFirstMs < 0 ? null : untilFirstMs,
    silentMs: Math.max(0, now - heardAt),
    aboutTokens,
    aboutTokensPerSecond,
  }
}

// A rule of thumb for European languages; replaced by the endpoint's count when the call ends.
const charactersPerToken = 4

function lengthOf(block: ContentBlock, run: RunState): number {
  switch (block.type) {
    case 'text':
    case 'reasoning':
      return block.text.length
    case 'tool-use':
      return run.tools[block.toolUseId]?.inputJson.length ?? 0
    case 'attachment':
      return 0
  }
}
