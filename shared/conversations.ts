import { agentId, conversationId, messageId, modelId, runId, snapshotId } from './ids.ts'
import { inferenceSettings } from './inference.ts'
import { runState } from './run-events.ts'
import { z } from './schema.ts'
import { cost, usage } from './usage.ts'

export const conversationSummary = z.object({
  id: conversationId,
  title: z.string(),
  agentId,
  modelId,
  createdAt: z.number(),
  updatedAt: z.number(),
  /** The run under way, if any. */
  activeRunId: runId.nullable(),
  usage,
  cost,
  /** The matching passage, when the list answers a search. Matches stand between U+0002 and U+0003. */
  snippet: z.string().optional(),
})
export type ConversationSummary = z.infer<typeof conversationSummary>

/** A conversation with all its runs, oldest first. A run replaced by a retry is not among them. */
export const conversation = z.object({
  summary: conversationSummary,
  runs: z.array(runState),
  /** What this conversation asks for instead of its agent's own settings. */
  inference: inferenceSettings,
  /** Messages that compaction keeps word for word. */
  pinned: z.array(messageId),
})
export type Conversation = z.infer<typeof conversation>

/** What one agent's model calls took and saved, in all conversations, deleted ones too. */
export const agentUsage = z.object({
  agentId,
  calls: z.number().int(),
  usage,
  cost,
  /** US dollars: the part of the cost that is known, worth showing where the whole is not. */
  knownUsd: z.number().nonnegative(),
  /** Input that a perfect cache would have read; the hit rate is reads over this. */
  cacheableTokens: z.number().int(),
  /** US dollars against the same calls without caching; negative when it cost more. null when a part is not known. */
  savedUsd: z.number().nullable(),
})
export type AgentUsage = z.infer<typeof agentUsage>

/** A file a tool changed in this conversation, and whether the change can still be undone. */
export const fileChange = z.object({
  snapshotId,
  conversationId,
  path: z.string(),
  toolName: z.string(),
  changedAt: z.number(),
  isNewFile: z.boolean(),
  state: z.enum(['undoable', 'undone', 'changed-since']),
})
export type FileChange = z.infer<typeof fileChange>
