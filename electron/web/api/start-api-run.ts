import { AppError } from '../../../shared/errors.ts'
import type { AgentId, ConversationId, ModelId } from '../../../shared/ids.ts'
import type { AttachmentBlock } from '../../../shared/messages.ts'
import type { LiveRun } from '../../agent/run-registry.ts'
import type { ApiApp } from './route.ts'
import type { RunLog } from './run-log.ts'
import type { RunLogs } from './run-logs.ts'
import type { NewApiAttachment, NewApiRun } from './schemas.ts'

type Asked = { readonly agentId: AgentId; readonly modelId: ModelId }

/**
 * Asks in a conversation, or in a new one, which is gone again when the question could not be asked. Rejects as
 * `App.startRun` does, and with `INVALID_REQUEST` for an attachment that is not base64.
 */
export async function startApiRun(
  app: ApiApp,
  logs: RunLogs,
  run: NewApiRun,
): Promise<{ readonly run: LiveRun; readonly log: RunLog }> {
  const files = run.attachments.map(decode)
  const { conversationId } = run
  if (conversationId !== undefined) return ask(conversationId, await ofConversation(app, conversationId))

  const asked = ofSettings(app)
  app.agents.get(asked.agentId)
  const created = await app.conversations.create(asked)
  try {
    return await ask(created.id, asked)
  } catch (error) {
    await app.conversations.delete(created.id)
    throw error
  }

  async function ask(id: ConversationId, by: Asked) {
    const attachments: AttachmentBlock[] = []
    for (const file of files) attachments.push(await app.attachments.add(id, file))
    return logs.start((listener) =>
      app.startRun({ kind: 'question', conversationId: id, ...by, text: run.text, attachments }, listener),
    )
  }

  async function ofConversation({ conversations }: ApiApp, id: ConversationId): Promise<Asked> {
    const { summary } = await conversations.get(id)
    return { agentId: run.agentId ?? summary.agentId, modelId: run.modelId ?? summary.modelId }
  }

  function ofSettings({ settings }: ApiApp): Asked {
    const { agentId, modelId } = settings.current()
    return { agentId: run.agentId ?? agentId, modelId: run.modelId ?? modelId }
  }
}

/** Node skips what is no base64: a file that was cut or garbled on its way would arrive as another. */
function decode({ name, mediaType, base64 }: NewApiAttachment) {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.toString('base64') !== base64)
    throw new AppError('INVALID_REQUEST', `The attachment ${name} is not base64.`, {
      hint: 'Send the bytes of the file in standard base64 with padding.',
    })
  return { name, mediaType, bytes }
}
