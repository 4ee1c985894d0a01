import { buildHistory } from '../electron/agent/build-history.ts'
import type { ModelMessage } from '../electron/agent/ports.ts'
import { newId } from '../electron/app/new-id.ts'
import type { Storage } from '../electron/storage/storage.ts'
import type { AgentId, ConversationId, MessageId, ModelId, RunId } from '../shared/ids.ts'
import type { Message } from '../shared/messages.ts'
import type { RunEvent } from '../shared/run-events.ts'

export type StoredConversation = {
  readonly conversationId: ConversationId
  readonly agentId: AgentId
  readonly history: readonly ModelMessage[]
}

/** A conversation as the app would have left it: `messageCount` messages (an even number) in the database, and read back. */
export async function storeConversation(
  storage: Storage,
  { modelId, messageCount }: { readonly modelId: ModelId; readonly messageCount: number },
): Promise<StoredConversation> {
  const conversationId = newId<ConversationId>('conv')
  const agentId = 'bench' as AgentId
  await storage.conversations.create({ id: conversationId, agentId, modelId, at: Date.now() })
  for (let run = 0; run < messageCount / 2; run++) {
    const runId = newId<RunId>('run')
    await storage.runs.append(runId, answeredRun({ runId, conversationId, agentId, modelId }))
  }
  const { runs } = await storage.conversations.get(conversationId)
  return { conversationId, agentId, history: buildHistory(runs) }
}

export function newQuestion(text: string): Message {
  return newMessage('user', text)
}

function answeredRun(
  run: Pick<RunEvent & { type: 'run-started' }, 'runId' | 'conversationId' | 'agentId' | 'modelId'>,
): RunEvent[] {
  const at = Date.now()
  const answer = newMessage('assistant', 'The north sold 1,204 units in October and the south 987. '.repeat(4))
  return [
    { type: 'run-started', ...run, userMessage: newQuestion('What did each region sell in October?'), at },
    { type: 'message-started', messageId: answer.id, at },
    { type: 'message-completed', message: answer },
    { type: 'run-ended', stop: { kind: 'completed' }, at },
  ]
}

function newMessage(role: Message['role'], text: string): Message {
  return { id: newId<MessageId>('msg'), role, content: [{ type: 'text', text }], createdAt: Date.now() }
}
