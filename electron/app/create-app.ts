import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { WireError } from '../../shared/errors.ts'
import type { AgentUsage } from '../../shared/conversations.ts'
import type { ApiSessionId, ConversationId, RunId, ToolUseId } from '../../shared/ids.ts'
import type { AppInfo, PushEnvelope, RequestInput, WarmUpReport } from '../../shared/ipc/contract.ts'
import type { ModelTier } from '../../shared/model-choice.ts'
import type { ToolCall } from '../../shared/run-events.ts'
import type { Settings, SettingsPatch } from '../../shared/settings.ts'
import { createRunRegistry, type LiveRun, type RunListener, type RunRegistry } from '../agent/run-registry.ts'
import { openSettings, type SettingsStore } from '../config/settings-store.ts'
import type { Allowance } from '../consent/allowance.ts'
import type { ConsentManager } from '../consent/consent-manager.ts'
import { createTaint } from '../consent/taint.ts'
import type { Host } from '../host.ts'
import { createSnapshots } from '../sandbox/create-snapshots.ts'
import { openStorage, type OpenedStorage } from '../storage/open-storage.ts'
import type { Storage } from '../storage/storage.ts'
import { allTools } from '../tools/all-tools.ts'
import type { ToolRegistry } from '../tools/registry.ts'
import { openAgents, type Agents } from './agents.ts'
import { createApiSessions, type ApiSessions } from './api-sessions.ts'
import { openAttachments, type Attachments } from './attachments.ts'
import type { AudienceCount } from './audience.ts'
import { createChanges, type Changes } from './changes.ts'
import { createConversationHistories } from './conversation-histories.ts'
import { createConversations, type Conversations } from './conversations.ts'
import { createCredentials, type Credentials } from './credentials.ts'
import { readDefaultSettings } from './default-settings.ts'
import { explainStartFailure } from './explain-start-failure.ts'
import { findUnknownTools } from './find-unknown-tools.ts'
import { followSettings } from './follow-settings.ts'
import { createLiveConfigurations } from './live-configuration.ts'
import { openLog, type Log } from './log.ts'
import { missingWorkspace } from './missing-workspace.ts'
import { createModelSources, type ModelSources } from './model-sources.ts'
import { newId } from './new-id.ts'
import { openConsent } from './open-consent.ts'
import { openPromptCache } from './open-prompt-cache.ts'
import { openTooling } from './open-tooling.ts'
import { openWarmUp } from './open-warm-up.ts'
import { overrideChoice } from './override-choice.ts'
import type { RunRequest } from './plan-messages.ts'
import { prepareInBackground } from './prepare-in-background.ts'
import { provideSampleWorkspace } from './provide-sample-workspace.ts'
import { createProfiles, type Profiles } from './profiles.ts'
import { createPushes } from './pushes.ts'
import { refreshTool } from './refresh-tool.ts'
import { createRunLookup, type RunLookup } from './run-lookup.ts'
import { startClock } from './start-clock.ts'
import { startRun, type RunDependencies } from './start-run.ts'
import { createTables, type Tables } from './tables.ts'
import { createLastTurns } from './task-facts.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** The whole app behind its shells: what handlers, the socket and the command line call. */
export type App = {
  readonly host: Host
  readonly log: Log
  readonly audience: AudienceCount
  readonly settings: SettingsStore
  readonly agents: Agents
  readonly models: ModelSources
  readonly tools: ToolRegistry
  readonly conversations: Conversations
  readonly runs: RunRegistry
  readonly runLookup: RunLookup
  readonly apiSessions: ApiSessions
  readonly consent: ConsentManager
  readonly grants: Pick<Storage['grants'], 'list'>
  readonly credentials: Credentials
  readonly workspace: Workspace
  readonly attachments: Attachments
  readonly changes: Changes
  readonly tables: Tables
  readonly profiles: Profiles
  info(): AppInfo
  updateSettings(patch: SettingsPatch): Promise<Settings>
  /** Makes ready what the first message of this choice would wait for. Never rejects. */
  warmUp(choice: RequestInput<'model.warm-up'>): Promise<WarmUpReport>
  overrideChoice(override: { readonly runId: RunId; readonly tier: ModelTier }): Promise<void>
  refreshTool(use: { readonly runId: RunId; readonly toolUseId: ToolUseId }): Promise<ToolCall>
  usageByAgent(): Promise<readonly AgentUsage[]>
  /** `listener` hears the run from its first event on. */
  startRun(request: RunRequest, listener?: RunListener): Promise<LiveRun>
  /** Returns its own unsubscribe. */
  onPush(listener: (push: PushEnvelope) => void): () => void
  /** Stops every run, stores it, and ends the workers. */
  close(): Promise<void>
}

export type AppOptions = {
  readonly host: Host
  readonly version: string
  readonly audience: AudienceCount
  /** Opens this folder instead of the last one. */
  readonly workspace?: string | undefined
  /** False for one question: the folder it works in is not the one the app opens next time. */
  readonly isWorkspaceRemembered?: boolean
  /** Of a headless run. */
  readonly allowances?: readonly Allowance[]
}

/**
 * The one place where the parts are put together.
 *
 * Rejects with `ALREADY_RUNNING`, `DISK_FULL`, `FILE_UNREADABLE`, `FILE_NOT_FOUND`, and leaves nothing running then. A
 * damaged config or database is set aside and told in `info().notices`.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { host } = options
  const { dataDir } = host.paths
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const opened = await openStorage({
      spawn: () => host.spawnWorker('storage', 'thread'),
      file: path.join(dataDir, 'bedrock-analyst.db'),
    })
    try {
      return await putTogether(options, opened)
    } catch (error) {
      // Its worker would keep a process alive whose start has failed.
      await opened.storage.close()
      throw error
    }
  } catch (error) {
    throw explainStartFailure(error, dataDir)
  }
}

async function putTogether(
  { host, version, audience, workspace, isWorkspaceRemembered = true, allowances = [] }: AppOptions,
  { storage, notice }: OpenedStorage,
): Promise<App> {
  const { dataDir, assets } = host.paths
  const log = openLog(dataDir)
  const logFailure = (error: unknown) => log.write('error', 'A part of the app failed', error)
  const sampleWorkspace = await provideSampleWorkspace(assets, dataDir)
  const settings = await openSettings(
    path.join(dataDir, 'config.yml'),
    await readDefaultSettings(assets, sampleWorkspace),
  )
  const toolNames = allTools.map(({ name }) => name)
  const agents = await openAgents([path.join(assets, 'agents'), path.join(dataDir, 'agents')], toolNames)
  const notices = [
    notice,
    settings.problem,
    workspace === undefined ? await missingWorkspace(settings.store.current().workspace) : undefined,
    ...agents.problems,
    ...findUnknownTools(agents.definitions, allTools),
  ].filter((problem): problem is WireError => problem !== undefined)

  const pushes = createPushes(logFailure)
  const taint = createTaint(storage.taint)
  const now = () => Date.now()
  const audit = (kind: string, detail: unknown) => storage.audit.append({ at: now(), kind, detail })
  const snapshots = createSnapshots({ folder: path.join(dataDir, 'snapshots'), changes: storage.changes })
  const openFolder = createWorkspace({ settings: settings.store, dataDir, sampleWorkspace, snapshots })
  // Before anything is made that a wrong folder would leave behind.
  if (workspace !== undefined) await openFolder.open(workspace, { isRemembered: isWorkspaceRemembered })
  const attachments = openAttachments(dataDir)
  const workspaceNow = () => settings.store.current().workspace
  const tooling = await openTooling({ host, workspace: workspaceNow, attachments, snapshots, storage, taint, audit })
  const { toolsFor, data, earlierResults } = tooling
  const promptCache = await openPromptCache(storage, { now, logFailure })
  const models = createModelSources({ settings: () => settings.store.current(), secrets: host.secrets, promptCache })
  const registry = createRunRegistry(storage.runs, logFailure)
  const consent = openConsent({ storage, taint, agents, settings: settings.store, allowances, audience, audit, pushes })
  followSettings(settings.store, { models, pushes })

  const onConversationChanged = (id: ConversationId) => {
    pushes.send({ name: 'conversations.changed', payload: { conversationIds: [id] } })
    pushes.send({ name: 'changes.changed', payload: { conversationId: id } })
  }

  const live = createLiveConfigurations()
  const histories = createConversationHistories()
  const lastTurns = createLastTurns()
  const runLookup = createRunLookup({ registry, storage })
  const closing = new AbortController()
  const apiSessions = createApiSessions({
    now,
    newId: () => newId<ApiSessionId>('api'),
    onChange: (sessions) => pushes.send({ name: 'api-sessions.changed', payload: { sessions: [...sessions] } }),
  })

  const warmUp = openWarmUp({
    models,
    settings: settings.store,
    agents,
    workspace: workspaceNow,
    toolsFor,
    storage,
    logFailure,
  })
  const runDependencies: RunDependencies = {
    storage,
    registry,
    models,
    agent: (id) => agents.get(id),
    toolsFor,
    workspace: workspaceNow,
    attachmentsFolder: (id) => attachments.folderOf(id),
    live,
    histories,
    earlierResults,
    lastTurns,
    consent,
    taint,
    startClock,
    log,
    onConversationChanged,
  }

  for (const run of await storage.runs.endInterrupted(Date.now()))
    log.write('info', `Run ${run.runId} had been interrupted`)
  data.warmUp()
  const later = prepareInBackground({ warmUp, settings: settings.store, tools: tooling.registry, logFailure })

  return {
    host,
    log,
    audience,
    settings: settings.store,
    agents,
    models,
    tools: tooling.registry,
    conversations: createConversations({ storage, registry, live, histories, onConversationChanged }),
    runs: registry,
    runLookup,
    apiSessions,
    consent,
    grants: storage.grants,
    credentials: createCredentials({ secrets: host.secrets, onChange: () => models.reset() }),
    workspace: openFolder,
    attachments,
    changes: createChanges({ storage, snapshots, onConversationChanged }),
    tables: createTables({ data, host, scratchDir: path.join(dataDir, 'scratch') }),
    profiles: createProfiles({ workspace: workspaceNow, dataDir, snapshots, data }),
    info: () => ({
      version,
      host: host.kind,
      dataDir,
      homeDir: host.paths.home,
      sampleWorkspace,
      sandbox: tooling.sandbox,
      notices,
      isFirstRun: settings.isFirstRun,
    }),
    updateSettings: (patch) => settings.store.update(withoutUndefined(patch)),
    warmUp: (choice) => warmUp.warmUp(choice),
    overrideChoice: (override) => overrideChoice(override, { runLookup, storage, now }),
    refreshTool: (use) =>
      refreshTool(use, {
        runLookup,
        storage,
        agent: (id) => agents.get(id),
        toolsFor,
        consent,
        startClock,
        signal: closing.signal,
      }),
    usageByAgent: () => storage.usage.byAgent(),
    startRun: (request, listener) => startRun(request, runDependencies, listener),
    onPush: (listener) => pushes.subscribe(listener),
    async close() {
      later.cancel()
      closing.abort()
      await warmUp.close()
      await registry.cancelAll()
      models.close()
      await tooling.close()
      await storage.conversations.purgeDeleted().catch(logFailure)
      await storage.close()
      await log.close()
    },
  }
}

function withoutUndefined(patch: RequestInput<'settings.update'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
