import { homedir } from 'node:os'
import path from 'node:path'
import { toWireError, type WireError } from '../shared/errors.ts'
import type { AgentId, ModelId } from '../shared/ids.ts'
import type { RunEvent, RunState } from '../shared/run-events.ts'
import { countAudience } from './app/audience.ts'
import { automaticPolicy } from './app/choose-for-run.ts'
import { createApp, type App } from './app/create-app.ts'
import { parseAllowance } from './consent/allowance.ts'
import { defaultDataDir } from './default-data-dir.ts'
import { askUsage, parseAskOptions, type AskOptions } from './headless/ask-options.ts'
import { describeStop } from './headless/describe-stop.ts'
import { exitCodeOfError, exitCodeOfRun, type ExitCode } from './headless/exit-code.ts'
import { answerText, toRunResult } from './headless/run-result.ts'
import { appVersion, projectRoot } from './project-paths.ts'
import { allTools } from './tools/all-tools.ts'
import { createBrowserHost } from './web/browser-host.ts'
import { createDownloads } from './web/downloads.ts'

/** One turn through the same core, without a page: a question of consent is «not answered» unless `--allow` names it. */
async function ask(options: AskOptions): Promise<ExitCode> {
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
    isWorkspaceRemembered: false,
    allowances,
  })
  try {
    for (const notice of app.info().notices) process.stderr.write(`${sentence(notice)}\n`)
    const run = await runQuestion(app, options)
    report(run, options)
    return exitCodeOfRun(run)
  } finally {
    await app.close()
  }
}

async function runQuestion(app: App, options: AskOptions): Promise<RunState> {
  const settings = app.settings.current()
  const agentId = (options.agentId ?? settings.agentId) as AgentId
  const modelId = (options.modelId ?? settings.modelId) as ModelId
  // Before there is a conversation: a wrong name leaves no empty one behind.
  app.agents.get(agentId)
  // An automatic entry is chosen from once there is a task; it fails there with the same sentence.
  if (automaticPolicy(modelId) === undefined) await app.models.open(modelId)
  const { id: conversationId } = await app.conversations.create({ agentId, modelId })
  const live = await app.startRun(
    { kind: 'question', conversationId, agentId, modelId, text: options.question, attachments: [] },
    options.isJson ? (events) => events.forEach(printEvent) : undefined,
  )
  process.once('SIGINT', () => live.cancel())
  process.once('SIGTERM', () => live.cancel())
  // Whoever read the answer has gone (`ask … | head -1`).
  process.stdout.on('error', () => live.cancel())
  await live.ended
  return live.state()
}

function printEvent(event: RunEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

function report(run: RunState, { isJson }: AskOptions): void {
  const text = isJson ? JSON.stringify(toRunResult(run)) : answerText(run)
  if (text !== '') process.stdout.write(`${text}\n`)
  const stopped = describeStop(run.stop)
  if (stopped !== '') process.stderr.write(`${stopped}\n`)
}

function sentence({ message, hint }: WireError): string {
  return hint === undefined ? message : `${message} ${hint}`
}

async function main(): Promise<ExitCode> {
  let options: AskOptions | 'help'
  try {
    options = parseAskOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    process.stderr.write(`${sentence(toWireError(error))}\n\n${askUsage}`)
    return 2
  }
  if (options === 'help') {
    process.stdout.write(askUsage)
    return 0
  }
  try {
    return await ask(options)
  } catch (error) {
    const wire = toWireError(error)
    process.stderr.write(`${sentence(wire)}\n`)
    if (wire.code === 'INTERNAL') process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`)
    return exitCodeOfError(wire.code)
  }
}

process.exitCode = await main()
