import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { AgentId, ConversationId, ModelId } from '../../shared/ids.ts'
import { requests, type RequestArguments, type RequestName, type RequestOutput } from '../../shared/ipc/contract.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import type { LiveRun } from '../agent/run-registry.ts'
import { connectClient, type ClientSession } from '../ipc/connect-client.ts'
import { projectRoot } from '../project-paths.ts'
import { bedrockModelId as sonnet, emulatorEnvironment, writeBedrockConfig } from '../testing/bedrock-program.ts'
import { createBrowserHost } from '../web/browser-host.ts'
import { createDownloads } from '../web/downloads.ts'
import { countAudience } from './audience.ts'
import { createApp, type App } from './create-app.ts'
import type { RunRequest } from './plan-messages.ts'

export { sonnet }

export const agentId = 'general' as AgentId

type NewRun = { readonly kind: 'retry' | 'continue' | 'compact' } | { readonly text: string }
type RunOptions = { readonly modelId?: ModelId; readonly attachments?: readonly AttachmentBlock[] }

/** The whole app in this process: real database, real workers, the emulated service, and one page at its border. */
export type WholeApp = {
  readonly app: App
  readonly database: string
  readonly workspace: string
  /** As a page asks: what goes in and what comes out is validated. Throws what was refused, or does not fit. */
  ask<Name extends RequestName>(name: Name, input: RequestArguments<Name>): Promise<RequestOutput<Name>>
  newConversation(modelId?: ModelId): Promise<ConversationId>
  start(conversationId: ConversationId, run: NewRun, options?: RunOptions): Promise<LiveRun>
  /** A run to its end. */
  run(conversationId: ConversationId, run: NewRun, options?: RunOptions): Promise<RunState>
  /** Ends the app, does `between`, and starts it again over what it left. */
  restart(between?: () => void): Promise<void>
  close(): Promise<void>
}

export async function startWholeApp(emulator: Emulator): Promise<WholeApp> {
  Object.assign(process.env, emulatorEnvironment(emulator))
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-whole-'))
  const dataDir = path.join(folder, 'data')
  const workspace = path.join(folder, 'work')
  await mkdir(workspace)
  await writeBedrockConfig(dataDir)
  let opened = await open(dataDir, workspace)

  async function start(conversationId: ConversationId, run: NewRun, options: RunOptions = {}): Promise<LiveRun> {
    const { modelId = sonnet, attachments = [] } = options
    const said = 'text' in run ? ({ kind: 'question', text: run.text, attachments } as const) : run
    return opened.app.startRun({ conversationId, agentId, modelId, ...said } satisfies RunRequest)
  }

  async function ask<Name extends RequestName>(
    name: Name,
    input: RequestArguments<Name>,
  ): Promise<RequestOutput<Name>> {
    const reply = await opened.page.handle({ name, input })
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), reply.error)
    return requests[name].output.parse(reply.value) as RequestOutput<Name>
  }

  return {
    get app() {
      return opened.app
    },
    database: path.join(dataDir, 'bedrock-analyst.db'),
    workspace,
    ask,
    newConversation: async (modelId = sonnet) => (await ask('conversation.create', { agentId, modelId })).id,
    start,
    async run(...question) {
      const live = await start(...question)
      await live.ended
      return live.state()
    },
    async restart(between) {
      await shut(opened)
      between?.()
      opened = await open(dataDir, workspace)
    },
    async close() {
      await shut(opened)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Opened = { readonly app: App; readonly page: ClientSession }

async function open(dataDir: string, workspace: string): Promise<Opened> {
  const assets = path.join(projectRoot(), 'assets')
  const host = createBrowserHost({ dataDir, assets, downloads: createDownloads() })
  const app = await createApp({ host, version: '0.0.0', audience: countAudience(), workspace })
  return { app, page: connectClient(app, () => {}) }
}

async function shut({ app, page }: Opened): Promise<void> {
  page.close()
  await app.close()
}

/** The texts of the newest request, message by message. */
export function lastPrompt(emulator: Emulator): string[] {
  const body = emulator.requests.at(-1)?.body as { messages: { content: { text?: string }[] }[] } | undefined
  return (body?.messages ?? []).map(({ content }) => content.flatMap(({ text }) => text ?? []).join('|'))
}
