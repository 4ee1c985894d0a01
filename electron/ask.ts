import { homedir } from 'node:os'
import path from 'node:path'
import { AppError, toWireError } from '../shared/errors.ts'
import type { AgentId, ModelId } from '../shared/ids.ts'
import type { RunEvent, RunState } from '../shared/run-events.ts'
import { countAudience } from './app/audience.ts'
import { createApp, type App } from './app/create-app.ts'
import { parseAllowance } from './consent/allowance.ts'
import { defaultDataDir } from './default-data-dir.ts'
import { askUsage, parseAskOptions, type AskOptions } from './headless/ask-options.ts'
import { answerText, exitCodeOf, toRunResult } from './headless/run-result.ts'
import { appVersion, projectRoot } from './project-paths.ts'
import { allTools } from './tools/all-tools.ts'
import { createBrowserHost } from './web/browser-host.ts'
import { createDownloads } from './web/downloads.ts'

/** One turn through the same core, without a page: a question of consent is «not answered» unless `--allow` names it. */
async function ask(options: AskOptions): Promise<number> {
  const toolNames = allTools.map((tool) => tool.name)
  const allowances = options.allow.map((text) => parseAllowance(text, toolNames))
  const root = projectRoot()
  const dataDir = options.dataDir ?? defaultDataDir({ platform: process.platform, home: homedir(), env: process.env })
  const app = await createApp({
    host: createBrowserHost({ dataDir, assets: path.join(root, 'assets'), downloads: createDownloads() }),
    version: await appVersion(root),
    // Nobody will come.
    audience: countAudience(0),
    workspace: options.workspace,
    allowances,
  })
  try {
    const run = await runQuestion(app, options)
    report(run, options)
    return exitCodeOf(run)
  } finally {
    await app.close()
  }
}

async function runQuestion(app: App, options: AskOptions): Promise<RunState> {
  const settings = app.settings.current()
  const agentId = (options.agentId ?? settings.agentId) as AgentId
  const modelId = (options.modelId ?? settings.modelId) as ModelId
  const { id: conversationId } = await app.conversations.create({ agentId, modelId })
  const live = await app.startRun(
    { kind: 'question', conversationId, agentId, modelId, text: options.question, attachments: [] },
    options.isJson ? (events) => events.forEach(printEvent) : undefined,
  )
  process.once('SIGINT', () => live.cancel())
  await live.ended
  return live.state()
}

function printEvent(event: RunEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

function report(run: RunState, { isJson }: AskOptions): void {
  if (isJson) {
    process.stdout.write(`${JSON.stringify(toRunResult(run))}\n`)
    return
  }
  const text = answerText(run)
  if (text !== '') process.stdout.write(`${text}\n`)
  const { stop } = run
  if (stop?.kind === 'failed') process.stderr.write(`${stop.error.message} ${stop.error.hint ?? ''}\n`)
  else if (stop !== null && stop.kind !== 'completed') process.stderr.write(`Stopped: ${stop.kind}.\n`)
}

function explain(error: unknown): string {
  const { message, hint } = toWireError(error)
  return hint === undefined ? message : `${message} ${hint}`
}

async function main(): Promise<number> {
  let options: AskOptions
  try {
    options = parseAskOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    process.stderr.write(`${explain(error)}\n\n${askUsage}`)
    return 2
  }
  try {
    return await ask(options)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    if (!(error instanceof AppError)) process.stderr.write(`${String((error as Error).stack)}\n`)
    return error instanceof AppError && badUsage.has(error.code) ? 2 : 3
  }
}

/** Mistakes in what was typed, found only once the app is open. */
const badUsage = new Set(['INVALID_REQUEST', 'AGENT_UNKNOWN', 'MODEL_NOT_FOUND', 'FILE_NOT_FOUND', 'FILE_PROTECTED'])

process.exitCode = await main()
