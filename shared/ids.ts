import { z } from './schema.ts'

/** Ids are branded: one kind cannot be passed where another is asked for. All are opaque, time-ordered strings. */
const id = <Brand extends string>() => z.string().min(1).max(200).brand<Brand>()

export const conversationId = id<'ConversationId'>()
export const runId = id<'RunId'>()
export const messageId = id<'MessageId'>()
export const toolUseId = id<'ToolUseId'>()
export const consentId = id<'ConsentId'>()
export const grantId = id<'GrantId'>()
export const agentId = id<'AgentId'>()
export const modelId = id<'ModelId'>()
export const tableId = id<'TableId'>()
export const snapshotId = id<'SnapshotId'>()
export const resultId = id<'ResultId'>()
export const apiSessionId = id<'ApiSessionId'>()
export const profileId = id<'ProfileId'>()

export type ConversationId = z.infer<typeof conversationId>
/** One run: a user's message and everything the agent did about it, until its one `run-ended`. */
export type RunId = z.infer<typeof runId>
export type MessageId = z.infer<typeof messageId>
/** Chosen by the model; unique within a run only. */
export type ToolUseId = z.infer<typeof toolUseId>
export type ConsentId = z.infer<typeof consentId>
export type GrantId = z.infer<typeof grantId>
export type AgentId = z.infer<typeof agentId>
/** `provider:name`, for example `offline:analyst` or `bedrock:us.anthropic.claude-sonnet-5-5`. */
export type ModelId = z.infer<typeof modelId>
/** A query's full result, kept on disk and paged into the page. */
export type TableId = z.infer<typeof tableId>
/** What a file held before a tool changed it. */
export type SnapshotId = z.infer<typeof snapshotId>
/** A tool's long answer, kept out of the prompt and read in parts. */
export type ResultId = z.infer<typeof resultId>
/** A program that uses the HTTP API with a token of its own. */
export type ApiSessionId = z.infer<typeof apiSessionId>
/** One reading of a file for its profile. Chosen by the page that asks. */
export type ProfileId = z.infer<typeof profileId>
