import type { ConsentPreview, Powers, ToolTarget } from '../../shared/consent.ts'
import type { AgentId, ConversationId, RunId, SnapshotId } from '../../shared/ids.ts'
import type { ToolResultContent } from '../../shared/messages.ts'
import type { ToolProgress } from '../../shared/run-events.ts'
import type { z } from '../../shared/schema.ts'
import type { ToolDisplay } from '../../shared/tool-results.ts'
import type { CommandRunner } from '../sandbox/command-runner.ts'
import type { FileScope } from '../sandbox/file-scope.ts'
import type { GuardedFetch } from '../sandbox/guarded-fetch.ts'
import type { ConversationRuns } from './conversation-runs.ts'
import type { DataEngine } from './data/data-engine.ts'
import type { DocumentReader } from './documents/document-reader.ts'
import type { KeptResults } from './kept-results.ts'

/** What a tool gets beside its input. Every effect goes through one of these; a tool opens nothing by itself. */
export type ToolContext = {
  readonly runId: RunId
  readonly conversationId: ConversationId
  readonly agentId: AgentId
  /** Aborted by cancel and by the tool's own time limit. */
  readonly signal: AbortSignal
  readonly files: FileScope
  readonly commands: CommandRunner
  readonly fetch: GuardedFetch
  readonly data: DataEngine
  readonly documents: DocumentReader
  readonly results: KeptResults
  readonly runs: ConversationRuns
  readonly now: () => Date
  /** The person wants it worked out again: nothing remembered may be used. */
  readonly isRefresh: boolean
}

/** What a tool answers: `content` for the model, `display` for the page. */
export type ToolAnswer = {
  readonly content: readonly ToolResultContent[]
  readonly display?: ToolDisplay
  /** A failing command or an HTTP 404 is an answer too, marked so. */
  readonly isError?: boolean
  /** Set when the result holds words from outside the opened workspace, though the tool usually reads inside it. */
  readonly isForeign?: boolean
  /** The files it changed, for undo. */
  readonly snapshotIds?: readonly SnapshotId[]
  /** Set when the tool asked where it came from, and was told that what it remembers still holds. */
  readonly remembered?: { readonly storedAt: number; readonly savedMs: number }
}

/** How a tool's answers are used again. For tools that write nothing: what is left out must not be missed. */
export type ToolCaching<Input> = {
  /** How old an answer may get; Infinity is for what never changes. */
  readonly ttlMs: number
  /**
   * What the answer is made from, as text: equal text means an equal answer. null when this call's answers must not be
   * used again. Input, tool version and opened folder are part of the key already, and the conversation too where
   * something outside that folder is read.
   */
  fingerprint(input: Input, context: FingerprintContext): Promise<string | null>
  /** Whether what an answer points to is still there. Without it an answer needs nothing but itself. */
  isIntact?(answer: ToolAnswer, context: ToolContext): Promise<boolean>
}

export type FingerprintContext = ToolContext & {
  /** What a file holds, as text; null while it is changing. Refuses what `files.open` refuses. */
  identify(path: string): Promise<string | null>
}

export type ToolDefinition<Input extends z.ZodType = z.ZodType, Loaded = unknown> = {
  readonly name: string
  readonly family: 'conversation' | 'files' | 'data' | 'documents' | 'reports' | 'web' | 'system'
  /** For the model: what it does, when to use it, what comes back. */
  readonly description: string
  readonly input: Input
  readonly powers: Powers
  readonly timeoutMs: number
  /** How many calls of it may run at once within a run. 1 for anything that writes. */
  readonly concurrency: number
  /** Raised when what it does with the same input changes: permits, and grants for exact arguments, are bound to it. */
  readonly version: string
  /** Loads its library on first use, and is tried at start-up by the registry where that is cheap. */
  load(): Promise<Loaded>
  /** A sentence in the imperative for card and dialog: "Overwrite notes.md". Plain text, no newlines. */
  title(input: z.infer<Input>): string
  /** What it would touch, resolved. Throws `AppError` when a path leaves the workspace or is protected. */
  targets(input: z.infer<Input>, context: ToolContext): Promise<readonly ToolTarget[]>
  /** For the consent dialog; absent shows the arguments. */
  preview?(input: z.infer<Input>, context: ToolContext): Promise<ConsentPreview>
  /** Absent: every call runs. The registry refuses it to a tool that writes anything. */
  readonly cache?: ToolCaching<z.infer<Input>>
  /** Yields progress, returns the answer. Throws `AppError` with a sentence the model can act on. */
  run(input: z.infer<Input>, context: ToolContext, loaded: Loaded): AsyncGenerator<ToolProgress, ToolAnswer, void>
}

/** Fixes a tool's types. The registry refuses one without powers. */
export function defineTool<Input extends z.ZodType, Loaded>(
  definition: ToolDefinition<Input, Loaded>,
): ToolDefinition<Input, Loaded> {
  return definition
}
