import type { AgentId, ConversationId, MessageId, RunId } from '../../shared/ids.ts'
import { messageText, type Message } from '../../shared/messages.ts'
import type { Clock, Consent, RunScope, RunSink, TurnConfiguration } from '../agent/ports.ts'
import { runAgent } from '../agent/run-agent.ts'
import type { LiveRun, RunListener, RunRegistry } from '../agent/run-registry.ts'
import { systemPrompt } from '../agent/system-prompt.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import type { Taint } from '../consent/taint.ts'
import type { ConversationBrief, Storage } from '../storage/storage.ts'
import type { EarlierResultsStore } from '../tools/earlier-results.ts'
import type { RunTools } from '../tools/executor.ts'
import { automaticPolicy, chooseForRun, type AutomaticChoice } from './choose-for-run.ts'
import { configureRun } from './configure-run.ts'
import type { ConversationHistories } from './conversation-histories.ts'
import type { LiveConfigurations } from './live-configuration.ts'
import type { Log } from './log.ts'
import type { ModelSources } from './model-sources.ts'
import { newId } from './new-id.ts'
import type { RunRequest } from './plan-messages.ts'
import { keepRunHistory, readRunHistory, type RunHistory } from './run-history.ts'
import { lastTurnOf, taskFactsOf, warmCacheOf, type LastTurns } from './task-facts.ts'
import { titleFromQuestion } from './title-from-question.ts'

/**
 * The tools of one run, over the folder that is open now. A reader that is no language model takes results apart: it gets
 * each one whole.
 */
export type ToolsFor = (
  agent: AgentDefinition,
  conversationId: ConversationId,
  reader: 'language-model' | 'program',
) => RunTools

export type RunDependencies = {
  readonly storage: Pick<Storage, 'conversations' | 'choices'>
  readonly registry: RunRegistry
  readonly models: Pick<ModelSources, 'open' | 'list'>
  readonly agent: (id: AgentId) => AgentDefinition
  readonly toolsFor: ToolsFor
  readonly workspace: () => string | null
  readonly attachmentsFolder: (id: ConversationId) => string
  readonly live: LiveConfigurations
  readonly histories: ConversationHistories
  readonly earlierResults: Pick<EarlierResultsStore, 'forget'>
  readonly lastTurns: LastTurns
  readonly consent: Consent
  readonly taint: Taint
  /** One for each run. */
  readonly startClock: () => Clock
  readonly log: Log
  readonly onConversationChanged: (id: ConversationId) => void
}

/**
 * Starts one run and resolves once its user message is stored. Rejects with `AGENT_UNKNOWN`, `MODEL_NOT_FOUND`,
 * `NOT_FOUND`, `RUN_ALREADY_ACTIVE`, `DISK_FULL`; what goes wrong later is the run's own end.
 */
export async function startRun(request: RunRequest, deps: RunDependencies, listener?: RunListener): Promise<LiveRun> {
  // What is read of the conversation must still be all of it when the run begins.
  const release = deps.registry.reserve(request.conversationId)
  try {
    return await start(request, deps, listener)
  } finally {
    release()
  }
}

async function start(request: RunRequest, deps: RunDependencies, listener?: RunListener): Promise<LiveRun> {
  const { conversationId } = request
  const agent = deps.agent(request.agentId)
  // Choices left from an earlier run are stored by now.
  deps.live.clear(conversationId)
  const brief = await deps.storage.conversations.brief(conversationId)
  const history = await readRunHistory(request, brief, deps)
  await deps.taint.load(conversationId)
  const tools = deps.toolsFor(agent, conversationId, readerOf(request.modelId))
  const pinned = await pinnedTexts(brief, deps)
  const { configuration, choice } = await configure(request, { agent, brief, history, tools }, deps)

  // What the replaced answer was told is no longer read.
  if (history.replaced !== undefined) deps.earlierResults.forget(conversationId)

  const runId = newId<RunId>('run')
  const clock = deps.startClock()
  const logFailure = (error: unknown) => deps.log.write('error', `Run ${runId} failed`, error)
  const live = await deps.registry.start({ runId, conversationId, listener }, (emit, { signal, onRetryNow }) => {
    const scope: RunScope = { runId, conversationId, agentId: request.agentId, agentName: agent.name, signal }
    const today = new Date(clock.now())
    const run = {
      scope,
      modelId: request.modelId,
      choice,
      configuration,
      system: systemPrompt({ prompt: agent.prompt, workspace: deps.workspace(), today }),
      history: history.given,
      userMessage: history.userMessage,
      pinned,
      replaces: history.replaced,
      maxTurns: agent.maxTurns,
      task: request.kind === 'compact' ? 'compact' : 'answer',
    } as const
    const { consent, earlierResults } = deps
    const newMessageId = () => newId<MessageId>('msg')
    const told: RunSink = (event) => {
      // A reference to an answer that was summarised away would lead nowhere.
      if (event.type === 'history-compacted') earlierResults.forget(conversationId)
      emit(event)
    }
    return runAgent(run, {
      tools,
      consent,
      clock,
      newMessageId,
      emit: told,
      logFailure,
      onRetryNow,
      random: Math.random,
    })
  })
  if (request.kind === 'question') await nameConversation(conversationId, history.userMessage, deps)
  deps.onConversationChanged(conversationId)
  live.ended.finally(() => noteEnd(live, history, deps)).catch(logFailure)
  return live
}

function readerOf(modelId: RunRequest['modelId']): Parameters<ToolsFor>[2] {
  return modelId.startsWith('offline:') ? 'program' : 'language-model'
}

type Starting = {
  readonly agent: AgentDefinition
  readonly brief: ConversationBrief
  readonly history: RunHistory
  readonly tools: RunTools
}

type Configured = {
  readonly configuration: () => Promise<TurnConfiguration>
  readonly choice: AutomaticChoice['chosen'] | undefined
}

/** The first configuration is made before the run starts, so that a model that is not there is an error, not a run. */
async function configure(request: RunRequest, starting: Starting, deps: RunDependencies): Promise<Configured> {
  const { conversationId, modelId } = request
  const { agent, brief, history } = starting
  const chosen = new Map<string, Promise<AutomaticChoice>>()
  const choose = (id: typeof modelId) => {
    const choosing = chosen.get(id) ?? chooseFor(id, request, starting, deps)
    chosen.set(id, choosing)
    return choosing
  }
  const run = { conversationId, agent, modelId, inference: brief.inference, choose }
  const configuration = async () => {
    const turn = await configureRun(run, deps)
    // Pictures come from outside, and what they say counts as such once a model can see them.
    const canSee = [turn, turn.escalation?.turn].some((one) => one?.modelInfo.accepts.images)
    if (history.hasImages && canSee)
      await deps.taint.note(conversationId, { kind: 'foreign', label: 'attached pictures' })
    return turn
  }
  await configuration()
  const isAutomatic = automaticPolicy(modelId) !== undefined
  return { configuration, choice: isAutomatic ? (await choose(modelId)).chosen : undefined }
}

async function chooseFor(
  modelId: RunRequest['modelId'],
  request: RunRequest,
  { agent, history, tools }: Starting,
  deps: RunDependencies,
): Promise<AutomaticChoice> {
  const { conversationId, kind } = request
  const known = deps.lastTurns.get(conversationId)
  // After a restart the whole conversation is read once more.
  const last = known ?? lastTurnOf((await deps.storage.conversations.get(conversationId)).runs)
  const facts = taskFactsOf({
    agentId: agent.id,
    userMessage: history.userMessage,
    earlier: history.earlier,
    toolCount: tools.specs().length,
    isRetry: kind === 'retry',
    last,
  })
  const task = { facts, agent, warm: warmCacheOf(last, Date.now()) }
  return chooseForRun(automaticPolicy(modelId) ?? 'balanced', task, deps)
}

/** What compaction keeps word for word, as the person has it pinned at that moment. */
async function pinnedTexts(
  { summary, pinned }: ConversationBrief,
  deps: RunDependencies,
): Promise<() => readonly string[]> {
  const atStart = pinned.length === 0 ? [] : await deps.storage.conversations.pinnedTexts(summary.id)
  return () => deps.live.get(summary.id).pinned ?? atStart
}

function noteEnd(live: LiveRun, history: RunHistory, deps: RunDependencies): void {
  const { conversationId } = live
  const state = live.state()
  deps.live.clear(conversationId)
  deps.lastTurns.note(state)
  keepRunHistory(state, history, deps.histories)
  deps.onConversationChanged(conversationId)
}

async function nameConversation(id: ConversationId, message: Message, deps: RunDependencies): Promise<void> {
  const attachment = message.content.find((block) => block.type === 'attachment')
  const title = titleFromQuestion(messageText(message)) || (attachment?.name ?? '')
  if (title !== '') await deps.storage.conversations.suggestTitle(id, title)
}
