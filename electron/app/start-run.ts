import { AppError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, MessageId, ModelId, RunId } from '../../shared/ids.ts'
import { messageText, type AttachmentBlock, type Message } from '../../shared/messages.ts'
import type { ModelInfo } from '../../shared/models.ts'
import type { RunState } from '../../shared/run-events.ts'
import { buildHistory } from '../agent/build-history.ts'
import type { Clock, Consent, Model, ModelMessage, RunScope, Tools } from '../agent/ports.ts'
import { runAgent } from '../agent/run-agent.ts'
import type { LiveRun, RunListener, RunRegistry } from '../agent/run-registry.ts'
import { systemPrompt } from '../agent/system-prompt.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import type { Taint } from '../consent/taint.ts'
import type { Storage } from '../storage/storage.ts'
import { loadImages } from './load-images.ts'
import type { Log } from './log.ts'
import type { ModelSources } from './model-sources.ts'
import { newId } from './new-id.ts'
import { titleFromQuestion } from './title-from-question.ts'

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
)

export type RunDependencies = {
  readonly storage: Pick<Storage, 'conversations' | 'runs'>
  readonly registry: RunRegistry
  readonly models: Pick<ModelSources, 'open'>
  readonly agent: (id: AgentId) => AgentDefinition
  /** The tools of one run, over the folder that is open now. */
  readonly toolsFor: (agent: AgentDefinition, conversationId: ConversationId) => Tools
  readonly workspace: () => string | null
  readonly attachmentsFolder: (id: ConversationId) => string
  readonly consent: Consent
  readonly taint: Taint
  readonly clock: Clock
  readonly log: Log
  readonly onConversationChanged: (id: ConversationId) => void
}

/**
 * Starts one run and resolves once its user message is stored. Rejects with `AGENT_UNKNOWN`, `MODEL_NOT_FOUND`,
 * `NOT_FOUND`, `RUN_ALREADY_ACTIVE`, `DISK_FULL`; what goes wrong later is the run's own end.
 */
export async function startRun(request: RunRequest, deps: RunDependencies, listener?: RunListener): Promise<LiveRun> {
  const { conversationId, agentId, modelId } = request
  const agent = deps.agent(agentId)
  const { info, model } = await deps.models.open(modelId)
  const { runs } = await deps.storage.conversations.get(conversationId)
  const { userMessage, earlier, replaced } = planMessages(request, runs)
  await deps.taint.load(conversationId)
  const history = await readHistory(conversationId, info, buildHistory(earlier, userMessage), deps)
  const tools = deps.toolsFor(agent, conversationId)

  const runId = newId<RunId>('run')
  const live = await deps.registry.start({ runId, conversationId, listener }, (emit, signal) => {
    const scope: RunScope = { runId, conversationId, agentId, agentName: agent.name, signal }
    const system = systemPrompt({
      prompt: agent.prompt,
      workspace: deps.workspace(),
      today: new Date(deps.clock.now()),
    })
    return runAgent(
      {
        scope,
        modelId,
        modelInfo: info,
        model: model satisfies Model,
        system,
        history,
        userMessage,
        inference: agent.inference,
        maxTurns: agent.maxTurns,
      },
      {
        tools,
        consent: deps.consent,
        clock: deps.clock,
        newMessageId: () => newId<MessageId>('msg'),
        emit,
        logFailure: (error) => deps.log.write('error', `Run ${runId} failed`, error),
      },
    )
  })
  if (replaced !== undefined) await deps.storage.runs.supersede(replaced)
  if (request.kind === 'question') await nameConversation(conversationId, userMessage, deps)
  deps.onConversationChanged(conversationId)
  live.ended
    .finally(() => deps.onConversationChanged(conversationId))
    .catch((error: unknown) => deps.log.write('error', `Run ${runId} could not end`, error))
  return live
}

/** With the pictures the person attached, where the model can see. They come from outside, and what they say counts as such. */
async function readHistory(
  id: ConversationId,
  info: ModelInfo,
  history: readonly ModelMessage[],
  deps: RunDependencies,
): Promise<readonly ModelMessage[]> {
  if (!info.accepts.images) return history
  const seen = await loadImages(history, deps.attachmentsFolder(id))
  const hasImages = seen.some(({ content }) => content.some((block) => block.type === 'image'))
  if (hasImages) await deps.taint.note(id, { kind: 'foreign', label: 'attached pictures' })
  return seen
}

type PlannedMessages = {
  readonly userMessage: Message
  readonly earlier: readonly RunState[]
  readonly replaced: RunId | undefined
}

function planMessages(request: RunRequest, runs: readonly RunState[]): PlannedMessages {
  switch (request.kind) {
    case 'question': {
      const text = request.text.trim()
      if (text === '' && request.attachments.length === 0)
        throw new AppError('INVALID_REQUEST', 'There is nothing to send.')
      const words = text === '' ? [] : [{ type: 'text' as const, text }]
      return { userMessage: newUserMessage([...request.attachments, ...words]), earlier: runs, replaced: undefined }
    }
    case 'retry': {
      const last = runs.at(-1)
      const question = last?.messages[0]
      if (last === undefined || question === undefined)
        throw new AppError('NOT_FOUND', 'There is no message to try again.')
      return { userMessage: newUserMessage(question.content), earlier: runs.slice(0, -1), replaced: last.runId }
    }
    case 'continue':
      if (runs.length === 0) throw new AppError('NOT_FOUND', 'There is nothing to continue.')
      return {
        userMessage: newUserMessage([
          { type: 'text', text: 'Continue exactly where you stopped, without repeating anything.' },
        ]),
        earlier: runs,
        replaced: undefined,
      }
  }
}

function newUserMessage(content: Message['content']): Message {
  return { id: newId<MessageId>('msg'), role: 'user', content, createdAt: Date.now() }
}

async function nameConversation(id: ConversationId, message: Message, deps: RunDependencies): Promise<void> {
  const attachment = message.content.find((block) => block.type === 'attachment')
  const title = titleFromQuestion(messageText(message)) || (attachment?.name ?? '')
  if (title !== '') await deps.storage.conversations.suggestTitle(id, title)
}
