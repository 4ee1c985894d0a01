import { cacheMiss, type CacheMiss } from '../../../shared/prompt-cache.ts'
import { z } from '../../../shared/schema.ts'
import type { PromptDescription } from './describe-prompt.ts'
import type { PromptPosition } from './prompt-positions.ts'

/** What is remembered of a conversation's last call, to tell what changed since: digests, and no words. */
export const lastCall = z.object({
  scope: z.string(),
  tools: z.string(),
  system: z.string(),
  settings: z.string(),
  hasImages: z.boolean(),
  /** Of the first message, and of all of them together. */
  firstLink: z.string(),
  lastLink: z.string(),
  messageCount: z.number(),
  promptTokens: z.number(),
  /** Why it had no point at its end, if it had none: then there is nothing for this call to read there. */
  unwritten: cacheMiss.nullable(),
})
export type LastCall = z.infer<typeof lastCall>

export type MissInput = {
  readonly last: LastCall | undefined
  readonly now: LastCall
  readonly prompt: PromptDescription
  /** Where the prefix ends that is read. */
  readonly read: PromptPosition | null
  /** Whether the service should still hold the place where the last call ended; of a first call, tools and system. */
  readonly isHeld: boolean
  /** Whether that place was ever written. */
  readonly wasWritten: boolean
  /** Whether this call carries any cache point. */
  readonly hasPoints: boolean
  /** A summary stands where the first message stood: it has no id, since nobody said it. */
  readonly isCompacted: boolean
}

/** Why less of a prompt is read than was sent before; null when all of it is. */
export function explainMiss({
  last,
  now,
  prompt,
  read,
  isHeld,
  wasWritten,
  hasPoints,
  isCompacted,
}: MissInput): CacheMiss | null {
  // Without any point nothing can be read, whatever was sent before.
  if (!hasPoints && (now.unwritten === 'not-supported' || now.unwritten === 'switched-off')) return now.unwritten
  if (last === undefined) {
    if (read !== null) return null
    if (now.unwritten !== null) return now.unwritten
    return wasWritten && !isHeld ? 'expired' : 'first-call'
  }
  const isSameHistory = prompt.links[last.messageCount - 1]?.digest === last.lastLink
  if (isSameHistory && read?.reach === 'messages' && read.index >= last.messageCount - 1) return null
  if (last.scope !== now.scope) return 'model-changed'
  if (last.tools !== now.tools) return 'tools-changed'
  if (last.system !== now.system) return 'system-changed'
  if (last.settings !== now.settings) return 'settings-changed'
  if (last.hasImages !== now.hasImages) return 'images-changed'
  if (!isSameHistory) return isCompacted ? 'history-compacted' : 'history-edited'
  if (last.unwritten !== null) return last.unwritten
  if (!isHeld) return 'expired'
  return now.unwritten ?? 'too-many-blocks'
}
