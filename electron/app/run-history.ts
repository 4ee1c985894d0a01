import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { appendMessage } from '../agent/append-message.ts'
import { historyAfter, toModelContent } from '../agent/build-history.ts'
import type { ModelMessage } from '../agent/ports.ts'
import type { ConversationBrief, Storage } from '../storage/storage.ts'
import type { ConversationHistories } from './conversation-histories.ts'
import { loadImages, maxImages } from './load-images.ts'
import { planMessages, type RunRequest } from './plan-messages.ts'

/** What a run starts from. */
export type RunHistory = {
  readonly userMessage: Message
  /** What was said before it. */
  readonly earlier: readonly ModelMessage[]
  /** What the model reads: everything up to and including the user's message. */
  readonly given: readonly ModelMessage[]
  readonly hasImages: boolean
  /** The run that this one replaces. */
  readonly replaced: RunId | undefined
}

export type HistoryDependencies = {
  readonly storage: { readonly conversations: Pick<Storage['conversations'], 'get'> }
  readonly histories: ConversationHistories
  readonly attachmentsFolder: (id: ConversationId) => string
}

/**
 * Costs the same however long the conversation is, while its history is at hand from the run before; otherwise all of it
 * is read. Throws what `planMessages` throws.
 */
export async function readRunHistory(
  request: RunRequest,
  { lastRunId }: ConversationBrief,
  { storage, histories, attachmentsFolder }: HistoryDependencies,
): Promise<RunHistory> {
  const { conversationId } = request
  const folder = attachmentsFolder(conversationId)
  const known = histories.get(conversationId, { lastRunId })
  const runs = async () => (await storage.conversations.get(conversationId)).runs
  const planned = await planMessages(request, { known: known?.history, lastRunId, runs })
  const isKnown = planned.earlier === known?.history
  const earlier = isKnown ? planned.earlier : await loadImages(planned.earlier, folder)

  const { userMessage, replaced } = planned
  const question: ModelMessage = { id: userMessage.id, role: 'user', content: toModelContent(userMessage) }
  const asked = await loadImages([question], folder, maxImages - imagesJoined(earlier))
  const given = earlier.slice()
  for (const message of asked) appendMessage(given, message)
  const hasImages = asked.some(hasImage) || (isKnown ? known.hasImages : earlier.some(hasImage))
  return { userMessage, earlier, given, hasImages, replaced }
}

/** After the end: the next turn starts from what this one left, without reading it all again. */
export function keepRunHistory(
  run: RunState,
  { given, hasImages }: RunHistory,
  histories: ConversationHistories,
): void {
  const { conversationId, runId: lastRunId } = run
  histories.put(conversationId, { lastRunId, history: historyAfter(given, run), hasImages })
}

/** A question behind an unanswered one becomes one message with it, and the limit is a message's. */
function imagesJoined(earlier: readonly ModelMessage[]): number {
  const last = earlier.at(-1)
  return last?.role === 'user' ? last.content.filter(({ type }) => type === 'image').length : 0
}

function hasImage({ content }: ModelMessage): boolean {
  return content.some(({ type }) => type === 'image')
}
