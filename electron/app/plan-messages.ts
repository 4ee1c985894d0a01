import { AppError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import type { AttachmentBlock, Message } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { buildHistory } from '../agent/build-history.ts'
import { goOnText } from '../agent/go-on-text.ts'
import type { ModelMessage } from '../agent/ports.ts'
import { newId } from './new-id.ts'

export type RunRequest = {
  readonly conversationId: ConversationId
  readonly agentId: AgentId
  readonly modelId: ModelId
} & (
  | { readonly kind: 'question'; readonly text: string; readonly attachments: readonly AttachmentBlock[] }
  /** The last question once more; its earlier run leaves the conversation. */
  | { readonly kind: 'retry' }
  /** Goes on after a limit or an interruption. */
  | { readonly kind: 'continue' }
  /** Summarises what came before, and answers nothing. */
  | { readonly kind: 'compact' }
)

export type PlannedMessages = {
  readonly userMessage: Message
  /** What the model has read before it. */
  readonly earlier: readonly ModelMessage[]
  /** The run that this one replaces. */
  readonly replaced: RunId | undefined
}

/** Where a conversation's past comes from: what is at hand, or all its runs. */
export type Past = {
  readonly known: readonly ModelMessage[] | undefined
  readonly lastRunId: RunId | null
  runs(): Promise<readonly RunState[]>
}

/** What the person says now and what was said before. `INVALID_REQUEST`, `NOT_FOUND` where there is nothing to say. */
export async function planMessages(request: RunRequest, past: Past): Promise<PlannedMessages> {
  switch (request.kind) {
    case 'question': {
      const text = request.text.trim()
      if (text === '' && request.attachments.length === 0)
        throw new AppError('INVALID_REQUEST', 'There is nothing to send.')
      const words = text === '' ? [] : [{ type: 'text' as const, text }]
      return goOn(past, [...request.attachments, ...words])
    }
    case 'retry': {
      const runs = await past.runs()
      // A run that only summarised asked nothing.
      const last = runs.findLast(({ messages }) => (messages[0]?.content.length ?? 0) > 0)
      const question = last?.messages[0]
      if (last === undefined || question === undefined)
        throw new AppError('NOT_FOUND', 'There is no message to try again.')
      const earlier = buildHistory(runs.filter((run) => run !== last))
      return { userMessage: newUserMessage(question.content), earlier, replaced: last.runId }
    }
    case 'continue':
      if (past.lastRunId === null) throw new AppError('NOT_FOUND', 'There is nothing to continue.')
      return goOn(past, [{ type: 'text', text: goOnText }])
    case 'compact':
      return goOn(past, [])
  }
}

async function goOn(past: Past, content: Message['content']): Promise<PlannedMessages> {
  const earlier = past.known ?? buildHistory(await past.runs())
  return { userMessage: newUserMessage(content), earlier, replaced: undefined }
}

function newUserMessage(content: Message['content']): Message {
  return { id: newId<MessageId>('msg'), role: 'user', content, createdAt: Date.now() }
}
