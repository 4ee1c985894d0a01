import type { ModelTier } from '../../../shared/model-choice.ts'

/** All that the automatic choice knows of a turn before it begins. Numbers of a conversation that begins are 0. */
export type TaskFacts = {
  readonly question: string
  /** The person's earlier questions in this conversation, oldest first. */
  readonly previousQuestions: readonly string[]
  readonly historyTokens: number
  readonly attachments: readonly { readonly mediaType: string; readonly bytes: number }[]
  readonly agentId: string
  /** Tools offered to the model. */
  readonly toolCount: number
  /** Tools called in the last turns. */
  readonly recentToolCalls: number
  /** Answers just before that were refused, malformed, failed or tried again by the person. */
  readonly earlierFailures: number
  /** The tier that answered last; null when there was none. */
  readonly previousTier: ModelTier | null
}
