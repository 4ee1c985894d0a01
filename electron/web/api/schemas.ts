import { errorCodes } from '../../../shared/errors.ts'
import { agentId, consentId, conversationId, modelId, runId } from '../../../shared/ids.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { runEvent, runState } from '../../../shared/run-events.ts'
import { jsonValue, z } from '../../../shared/schema.ts'

/** A file, whole. The page’s own limit. */
const newAttachment = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().max(255),
  base64: z.string().max(70_000_000),
})
export type NewApiAttachment = z.infer<typeof newAttachment>

export const newRun = z.strictObject({
  text: z.string().max(1_000_000).default(''),
  /** Left out: a new conversation. */
  conversationId: conversationId.optional(),
  /** Left out: the conversation’s own, or for a new one what the settings say. */
  agentId: agentId.optional(),
  modelId: modelId.optional(),
  attachments: z.array(newAttachment).max(20).default([]),
})
export type NewApiRun = z.infer<typeof newRun>

/** Nothing lasting: a grant would outlive the permission to answer, which the person can take back. */
export const programAnswer = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('once') }),
    /** `toAgent` is a sentence to the agent. */
    z.strictObject({ kind: z.literal('deny'), toAgent: z.string().max(2000).optional() }),
  ],
  { error: 'A program answers “once” or “deny”. Only the person can allow more than one call, in the page.' },
)

export const runList = z.object({
  runs: z.array(
    z.object({ runId, conversationId, startedAt: z.number(), /** null: under way. */ endedAt: z.number().nullable() }),
  ),
})

export const errorBody = z.object({
  error: z.object({ code: z.enum(errorCodes), message: z.string(), hint: z.string().optional() }),
})

export const nothing = z.object({})
export const noQuery = z.strictObject({})
export const runParams = z.object({ runId })
export const conversationParams = z.object({ conversationId })
export const questionParams = z.object({ consentId })

/** Under these names they stand in the OpenAPI document. What is sent and what is answered differ in their defaults. */
export const sentSchemas = { NewRun: newRun, Answer: programAnswer }
export const answeredSchemas = {
  Error: errorBody,
  RunEvent: runEvent,
  RunState: runState,
  RunList: runList,
  Conversation: requests['conversation.get'].output,
  ConversationList: requests['conversation.list'].output,
  AgentList: requests['agents.list'].output,
  ModelList: requests['models.list'].output,
  QuestionList: requests['consent.list'].output,
  Nothing: nothing,
  JsonValue: jsonValue,
}
