import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ConversationId } from '../../shared/ids.ts'
import type { SandboxStatus } from '../../shared/ipc/contract.ts'
import type { Taint } from '../consent/taint.ts'
import type { Host } from '../host.ts'
import { createCommandRunner } from '../sandbox/create-command-runner.ts'
import { createFileScope } from '../sandbox/create-file-scope.ts'
import { createGuardedFetch } from '../sandbox/create-guarded-fetch.ts'
import type { Snapshots } from '../sandbox/snapshots.ts'
import type { Storage } from '../storage/storage.ts'
import { allTools } from '../tools/all-tools.ts'
import { createDataEngine } from '../tools/data/create-data-engine.ts'
import type { DataEngine } from '../tools/data/data-engine.ts'
import { createDocumentReader } from '../tools/documents/create-document-reader.ts'
import { createEarlierResults, type EarlierResultsStore } from '../tools/earlier-results.ts'
import { createTools, type ExecutorDependencies } from '../tools/executor.ts'
import { createFileIdentities } from '../tools/file-identities.ts'
import { createToolRegistry, type ToolRegistry } from '../tools/registry.ts'
import { createResultCache } from '../tools/result-cache.ts'
import type { Attachments } from './attachments.ts'
import { makeCommandScratch } from './command-scratch.ts'
import { createKeptResults } from './kept-results.ts'
import type { ToolsFor } from './start-run.ts'

/** The tools, with everything they work through. */
export type Tooling = {
  readonly registry: ToolRegistry
  readonly toolsFor: ToolsFor
  readonly data: DataEngine
  readonly earlierResults: EarlierResultsStore
  readonly sandbox: SandboxStatus
  /** Ends the workers. */
  close(): Promise<void>
}

export type ToolingDependencies = {
  readonly host: Pick<Host, 'paths' | 'spawnWorker'>
  readonly workspace: () => string | null
  readonly attachments: Attachments
  readonly snapshots: Snapshots
  readonly storage: Pick<Storage, 'results'> & { readonly conversations: Pick<Storage['conversations'], 'get'> }
  readonly taint: Pick<Taint, 'note'>
  readonly audit: ExecutorDependencies['audit']
}

export async function openTooling(deps: ToolingDependencies): Promise<Tooling> {
  const { host, workspace, attachments, snapshots, storage, taint, audit } = deps
  const { dataDir, assets } = host.paths
  const now = () => Date.now()
  const scratchDir = await makeCommandScratch(tmpdir())
  const commands = await createCommandRunner({ scratchDir, privateFolders: [dataDir] })
  const documents = createDocumentReader(() => host.spawnWorker('documents', 'process'))
  const data = createDataEngine({
    spawn: () => host.spawnWorker('data', 'process'),
    resultsDir: path.join(dataDir, 'results'),
    scratchDir: path.join(dataDir, 'scratch', 'data'),
    fontFile: path.join(assets, 'fonts', 'DejaVuSans.ttf'),
  })
  const registry = createToolRegistry(allTools)
  const cache = { results: createResultCache({ now }), files: createFileIdentities({ now }) }
  const earlierResults = createEarlierResults()
  const shared = {
    commands,
    fetch: createGuardedFetch({}),
    data,
    documents,
    results: createKeptResults(storage.results),
    runs: { of: async (id: ConversationId) => (await storage.conversations.get(id)).runs },
    now: () => new Date(),
  }

  return {
    registry,
    data,
    earlierResults,
    sandbox: commands.status,
    toolsFor(agent, conversationId, reader) {
      const attachmentsDir = attachments.folderOf(conversationId)
      const files = createFileScope({ workspace: workspace(), attachmentsDir, dataDir, snapshots })
      const isUsable = (name: string) => agent.tools === 'all' || agent.tools.includes(name)
      return createTools({
        tools: registry.tools.filter((tool) => isUsable(tool.spec.name) && tool.health().kind === 'ready'),
        services: { ...shared, files },
        noteContent: (id, source) => taint.note(id, source),
        audit,
        cache,
        ...(reader === 'program' ? {} : { earlierResults: earlierResults.of(conversationId) }),
      })
    },
    async close() {
      data.close()
      documents.close()
      await rm(scratchDir, { recursive: true, force: true })
    },
  }
}
