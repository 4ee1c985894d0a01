import type { ConsentPreview, Powers, ToolTarget } from '../../shared/consent.ts'
import type { AgentId, ConsentId, ConversationId, MessageId, RunId, ToolUseId } from '../../shared/ids.ts'
import type {
  AttachmentBlock,
  ReasoningBlock,
  TextBlock,
  ToolResultContent,
  ToolUseBlock,
} from '../../shared/messages.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { ModelChoice } from '../../shared/model-choice.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { CachePoint, CacheReport, ContextBreakdown } from '../../shared/prompt-cache.ts'
import type { RunEvent, ToolProgress } from '../../shared/run-events.ts'
import type { JsonValue } from '../../shared/schema.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Usage } from '../../shared/usage.ts'

/*
 * What the agent loop asks of the rest of the app. Everything behind these is replaceable; the fakes for tests
 * are in `fakes.ts`.
 */

/**
 * A message as a model gets it. Roles alternate, the first is the user's, every tool use has its result next. Never
 * changed once made: what is derived from one (its wire form, its digest, its size) is kept by identity.
 */
export type ModelMessage = {
  /** Of the conversation's message it is made from; absent for tool results and what the app itself says. */
  readonly id?: MessageId
  readonly role: 'user' | 'assistant'
  readonly content: readonly ModelContentBlock[]
}

export type ModelContentBlock =
  | TextBlock
  | ReasoningBlock
  | ToolUseBlock
  | AttachmentBlock
  | ToolResultBlock
  | ImageBlock

export type ToolResultBlock = {
  readonly type: 'tool-result'
  readonly toolUseId: ToolUseId
  readonly status: 'success' | 'error'
  /** Never empty: the service refuses an empty error result. */
  readonly content: readonly ToolResultContent[]
}

/** A user's picture, loaded. */
export type ImageBlock = {
  readonly type: 'image'
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp'
  readonly base64: string
}

export type ToolSpec = { readonly name: string; readonly description: string; readonly inputSchema: JsonValue }

/** `stable` is the same from conversation to conversation and day to day; `varying` (folder, date) follows it. */
export type SystemText = { readonly stable: string; readonly varying: string }

export type ModelRequest = {
  readonly model: ModelInfo
  readonly system: SystemText
  readonly messages: readonly ModelMessage[]
  readonly tools: readonly ToolSpec[]
  /** Wishes; a provider sends only what the model accepts. */
  readonly inference: InferenceSettings
  /** Whose rhythm and history the prompt cache is planned for; absent for a call outside any conversation. */
  readonly conversationId?: ConversationId | undefined
  /** Where the prompt cache may be entered. Planned between the loop and the provider, never by the loop. */
  readonly cachePoints?: readonly CachePoint[] | undefined
  /** Whom the provider tells about this call, for the same planning. */
  readonly observer?: CallObserver | undefined
}

export type CallObserver = {
  /** The first event has come. */
  noteStart(): void
  /** Once. What is returned goes with the `usage` event. */
  report(usage: Usage): { readonly cache: CacheReport; readonly context: ContextBreakdown }
}

/** `index` is the provider's own block number: increasing, maybe with gaps. */
export type ModelEvent =
  | { readonly type: 'text-delta'; readonly index: number; readonly text: string }
  | { readonly type: 'reasoning-delta'; readonly index: number; readonly text: string }
  | { readonly type: 'reasoning-signature'; readonly index: number; readonly signature: string }
  | { readonly type: 'reasoning-redacted'; readonly index: number; readonly base64: string }
  | { readonly type: 'tool-use-started'; readonly index: number; readonly toolUseId: string; readonly name: string }
  | { readonly type: 'tool-input-delta'; readonly index: number; readonly json: string }
  | { readonly type: 'message-stopped'; readonly reason: ModelStopReason }
  /** Last. Absent when the endpoint reports nothing. */
  | {
      readonly type: 'usage'
      readonly usage: Usage
      readonly latencyMs: number | null
      readonly cache?: CacheReport | undefined
      readonly context?: ContextBreakdown | undefined
    }

export type ModelStopReason =
  | 'end-turn'
  | 'tool-use'
  | 'max-tokens'
  | 'stop-sequence'
  | 'guardrail'
  | 'refused'
  | 'context-full'
  | 'malformed'

export type Model = {
  /**
   * Sends one request and yields its events.
   *
   * Ends only after `message-stopped`. Anything else throws: an `AppError` with a model code, `CANCELLED` when
   * `signal` aborted. Returning early frees the connection.
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>
  /** About how many tokens the request's prompt has; absent for models without a limit worth watching. */
  estimatePromptTokens?(request: ModelRequest): number
  /** Whether a cache point would stand after the request's tools or fixed system prompt; absent for models without one. */
  holdsCachePoint?(request: ModelRequest): boolean
}

/** Whom to ask next and how: read before every model call, so that a change in the page acts on a run under way. */
export type TurnConfiguration = {
  readonly modelInfo: ModelInfo
  readonly model: Model
  readonly inference: InferenceSettings
  /** The same model elsewhere, in the order to be tried once this one is overloaded or down. */
  readonly alternatives: readonly { readonly modelInfo: ModelInfo; readonly model: Model; readonly label: string }[]
  /** When the model was chosen automatically and a stronger one is left: whom to ask when this one's try fails. */
  readonly escalation?: Escalation | undefined
}

export type Escalation = {
  readonly choice: ModelChoice
  readonly turn: TurnConfiguration
  /** Whether the cheap model is asked to judge its own answer, since the choice was a close one. */
  readonly checksItself: boolean
}

/** One tool use on its way through validation, consent and execution. */
export type PreparedToolCall = {
  readonly toolUseId: ToolUseId
  readonly toolName: string
  readonly toolVersion: string
  /** Checked against the tool's schema. */
  readonly input: JsonValue
  /** A sentence for the card: "Query sales.csv". */
  readonly title: string
  readonly powers: Powers
  readonly targets: readonly ToolTarget[]
  /** Made only when a question is really asked; reads what it shows (the file a diff starts from). */
  preview(): Promise<ConsentPreview>
}

export type RunScope = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  readonly agentId: AgentId
  readonly agentName: string
  readonly signal: AbortSignal
}

export type Tools = {
  /** What the model may call, in a stable order. */
  specs(): readonly ToolSpec[]
  /** Parses and describes a tool use. An invalid one is an outcome for the model, not a throw. */
  prepare(use: ToolUseBlock, scope: RunScope): Promise<PreparedToolCall | ToolOutcome>
  /** Runs a permitted call to its outcome. Never throws but for `CANCELLED`. Checks the permit once more. */
  execute(call: PreparedToolCall, permit: Permit, scope: RunScope, listener: ToolListener): Promise<ToolOutcome>
}

export type ToolListener = {
  /** Its turn has come: a tool may wait for others of its kind first. */
  onStarted(): void
  onProgress(progress: ToolProgress): void
}

/**
 * The right to run one call once. Made by the consent manager only; bound by hash to tool, version, canonical
 * arguments and agent, and spent by `redeem`.
 */
export type Permit = { readonly fingerprint: string; redeem(call: PreparedToolCall, scope: RunScope): void }

export type ConsentDecision =
  | { readonly kind: 'allowed'; readonly permit: Permit }
  | { readonly kind: 'denied'; readonly toAgent: string }
  | { readonly kind: 'unanswered'; readonly toAgent: string }

export type Consent = {
  /** `onAsked` is called when a person is really asked. Aborting the scope's signal withdraws the question. */
  decide(call: PreparedToolCall, scope: RunScope, onAsked: (consentId: ConsentId) => void): Promise<ConsentDecision>
}

export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Rejects with `CANCELLED` when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export type NewMessageId = () => MessageId

/** Where a run's events go, in order. Must not block: the agent never waits for a reader. */
export type RunSink = (event: RunEvent) => void
