import type { ConversationId, ResultId } from '../../shared/ids.ts'

/** Long answers, kept whole outside the prompt. Each belongs to one conversation and is read by nobody else's. */
export type KeptResults = {
  /** Once it resolves, the text is there until its conversation goes. `DISK_FULL`. */
  keep(result: NewKeptResult): Promise<ResultId>
  /** undefined for an id that is not of this conversation. */
  read(conversationId: ConversationId, id: ResultId): Promise<KeptResult | undefined>
}

/** `isForeign`: it holds words from outside the opened folder, which count again whenever they are read. */
export type KeptResult = { readonly text: string; readonly isForeign: boolean }

export type NewKeptResult = KeptResult & { readonly conversationId: ConversationId; readonly toolName: string }
