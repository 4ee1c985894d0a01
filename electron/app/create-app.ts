import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { WireError } from '../../shared/errors.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { AppInfo, PushEnvelope, RequestInput } from '../../shared/ipc/contract.ts'
import type { Settings, SettingsPatch } from '../../shared/settings.ts'
import { createRunRegistry, type LiveRun, type RunListener, type RunRegistry } from '../agent/run-registry.ts'
import type { AgentDefinition } from '../config/agent-definition.ts'
import { openSettings, type SettingsStore } from '../config/settings-store.ts'
import type { Allowance } from '../consent/allowance.ts'
import { createConsentManager, type ConsentManager } from '../consent/consent-manager.ts'
import { createTaint } from '../consent/taint.ts'
import type { Host } from '../host.ts'
import { createCommandRunner } from '../sandbox/create-command-runner.ts'
import { createFileScope } from '../sandbox/create-file-scope.ts'
import { createGuardedFetch } from '../sandbox/create-guarded-fetch.ts'
import { createSnapshots } from '../sandbox/create-snapshots.ts'
import { openStorage, type OpenedStorage } from '../storage/open-storage.ts'
import type { Storage } from '../storage/storage.ts'
import { allTools } from '../tools/all-tools.ts'
import { createDataEngine } from '../tools/data/create-data-engine.ts'
import { createDocumentReader } from '../tools/documents/create-document-reader.ts'
import { createTools } from '../tools/executor.ts'
import { createToolRegistry, type ToolRegistry } from '../tools/registry.ts'
import { openAgents, type Agents } from './agents.ts'
import { openAttachments, type Attachments } from './attachments.ts'
import type { AudienceCount } from './audience.ts'
import { makeCommandScratch } from './command-scratch.ts'
import { createChanges, type Changes } from './changes.ts'
import { createConversations, type Conversations } from './conversations.ts'
import { createCredentials, type Credentials } from './credentials.ts'
import { openLog, type Log } from './log.ts'
import { createModelSources, type ModelSources } from './model-sources.ts'
import { newId } from './new-id.ts'
import { provideSampleWorkspace } from './provide-sample-workspace.ts'
import { createPushes } from './pushes.ts'
import { readDefaultSettings } from './default-settings.ts'
import { explainStartFailure } from './explain-start-failure.ts'
import { findUnknownTools } from './find-unknown-tools.ts'
import { missingWorkspace } from './missing-workspace.ts'
import { startRun, type RunRequest } from './start-run.ts'
import { systemClock } from './system-clock.ts'
import { createTables, type Tables } from './tables.ts'
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
  readonly consent: ConsentManager
  readonly grants: Pick<Storage['grants'], 'list'>
  readonly credentials: Credentials
  readonly workspace: Workspace
  readonly attachments: Attachments
  readonly changes: Changes
  readonly tables: Tables
  info(): AppInfo
  updateSettings(patch: SettingsPatch): Promise<Settings>
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
  const agents = await openAgents([path.join(assets, 'agents'), path.join(dataDir, 'agents')])
  const notices = [
    notice,
    settings.problem,
    workspace === undefined ? await missingWorkspace(settings.store.current().workspace) : undefined,
    ...agents.problems,
    ...findUnknownTools(agents.definitions, allTools),
  ].filter((problem): problem is WireError => problem !== undefined)

  const pushes = createPushes(logFailure)
  const taint = createTaint(storage.taint)
  const audit = (kind: string, detail: unknown) => storage.audit.append({ at: Date.now(), kind, detail })
  const snapshots = createSnapshots({ folder: path.join(dataDir, 'snapshots'), changes: storage.changes })
  const openFolder = createWorkspace({ settings: settings.store, dataDir, sampleWorkspace, snapshots })
  // Before anything is made that a wrong folder would leave behind.
  if (workspace !== undefined) await openFolder.open(workspace, { isRemembered: isWorkspaceRemembered })
  const attachments = openAttachments(dataDir)
  const commandScratch = await makeCommandScratch(tmpdir())
  const commands = await createCommandRunner({
    scratchDir: commandScratch,
    privateFolders: [dataDir],
  })
  const documents = createDocumentReader(() => host.spawnWorker('documents', 'process'))
  const data = createDataEngine({
    spawn: () => host.spawnWorker('data', 'process'),
    resultsDir: path.join(dataDir, 'results'),
    scratchDir: path.join(dataDir, 'scratch', 'data'),
    fontFile: path.join(assets, 'fonts', 'DejaVuSans.ttf'),
  })
  const tools = createToolRegistry(allTools)
  const models = createModelSources({ settings: () => settings.store.current(), secrets: host.secrets })
  const registry = createRunRegistry(storage.runs, logFailure)
  const consent = createConsentManager({
    grants: storage.grants,
    sources: (id) => taint.sources(id),
    agentRules: (id) => agents.rulesOf(id),
    mode: () => settings.store.current().consentMode,
    workspace: () => settings.store.current().workspace,
    allowances,
    audience,
    audit,
    now: () => Date.now(),
    newConsentId: () => newId('ask'),
    newGrantId: () => newId('grant'),
    onQuestions: (questions) => pushes.send({ name: 'consent.changed', payload: { questions: [...questions] } }),
    onGrants: () => pushes.send({ name: 'grants.changed', payload: {} }),
  })
  settings.store.onChange((changed) => {
    models.reset()
    pushes.send({ name: 'settings.changed', payload: { settings: changed } })
  })

  const onConversationChanged = (id: ConversationId) => {
    pushes.send({ name: 'conversations.changed', payload: { conversationIds: [id] } })
    pushes.send({ name: 'changes.changed', payload: { conversationId: id } })
  }

  function toolsFor(agent: AgentDefinition, conversationId: ConversationId) {
    const files = createFileScope({
      workspace: settings.store.current().workspace,
      attachmentsDir: attachments.folderOf(conversationId),
      dataDir,
      snapshots,
    })
    const isUsable = (name: string) => agent.tools === 'all' || agent.tools.includes(name)
    return createTools({
      tools: tools.tools.filter((tool) => isUsable(tool.spec.name) && tool.health().kind === 'ready'),
      services: { files, commands, fetch: guardedFetch, data, documents, now: () => new Date() },
      noteContent: (id, source) => taint.note(id, source),
      audit,
    })
  }
  const guardedFetch = createGuardedFetch({})

  for (const run of await storage.runs.endInterrupted(Date.now()))
    log.write('info', `Run ${run.runId} had been interrupted`)
  data.warmUp()
  const verifying = setTimeout(() => {
    tools.verify().catch(logFailure)
  }, verifyToolsAfterMs)

  return {
    host,
    log,
    audience,
    settings: settings.store,
    agents,
    models,
    tools,
    conversations: createConversations({ storage, registry, onConversationChanged }),
    runs: registry,
    consent,
    grants: storage.grants,
    credentials: createCredentials({ secrets: host.secrets, onChange: () => models.reset() }),
    workspace: openFolder,
    attachments,
    changes: createChanges({ storage, snapshots, onConversationChanged }),
    tables: createTables({ data, host, scratchDir: path.join(dataDir, 'scratch') }),
    info: () => ({
      version,
      host: host.kind,
      dataDir,
      homeDir: host.paths.home,
      sampleWorkspace,
      sandbox: commands.status,
      notices,
      isFirstRun: settings.isFirstRun,
    }),
    updateSettings: (patch) => settings.store.update(withoutUndefined(patch)),
    startRun: (request, listener) =>
      startRun(
        request,
        {
          storage,
          registry,
          models,
          agent: (id) => agents.get(id),
          toolsFor,
          workspace: () => settings.store.current().workspace,
          attachmentsFolder: (id) => attachments.folderOf(id),
          consent,
          taint,
          clock: systemClock,
          log,
          onConversationChanged,
        },
        listener,
      ),
    onPush: (listener) => pushes.subscribe(listener),
    async close() {
      clearTimeout(verifying)
      await registry.cancelAll()
      data.close()
      documents.close()
      await rm(commandScratch, { recursive: true, force: true })
      await storage.conversations.purgeDeleted().catch(logFailure)
      await storage.close()
      await log.close()
    },
  }
}

/** Loading every tool's library takes a second or two: not while the page opens, and not for one short question. */
const verifyToolsAfterMs = 4000

function withoutUndefined(patch: RequestInput<'settings.update'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
