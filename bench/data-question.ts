import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { countAudience } from '../electron/app/audience.ts'
import { createApp } from '../electron/app/create-app.ts'
import { connectClient, type ClientSession } from '../electron/ipc/connect-client.ts'
import { projectRoot } from '../electron/project-paths.ts'
import { createBrowserHost } from '../electron/web/browser-host.ts'
import { createDownloads } from '../electron/web/downloads.ts'
import { agentId, modelId, type RunId } from '../shared/ids.ts'
import type { PushEnvelope, RequestArguments, RequestName, RequestOutput, RunBatch } from '../shared/ipc/contract.ts'

const question = 'Total amount by region in sales.csv'
const choice = { agentId: agentId.parse('analyst'), modelId: modelId.parse('offline:analyst') }
/** The first ones load code. */
const warmUpRounds = 3

/**
 * From Enter to the finished table, in ms, each time over a copy of the sample workspace that the app has never seen:
 * request, run, agent loop, consent, tools, storage, and the batches as text for the page's socket.
 */
export async function timeQuestions(rounds: number): Promise<readonly number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-bench-'))
  const dataDir = path.join(folder, 'data')
  const assets = path.join(projectRoot(), 'assets')
  const listeners = new Set<(push: PushEnvelope) => void>()
  await mkdir(dataDir)
  const app = await createApp({
    host: createBrowserHost({ dataDir, assets, downloads: createDownloads() }),
    version: '0.0.0',
    audience: countAudience(),
  })
  const page = connectClient(app, (push) => listeners.forEach((listener) => listener(push)))
  try {
    const samples: number[] = []
    for (let round = -warmUpRounds; round < rounds; round++) {
      const workspace = path.join(folder, `sample${round}`)
      await cp(path.join(assets, 'sample-workspace'), workspace, { recursive: true })
      await ask(page, 'workspace.open', { path: workspace })
      const { id } = await ask(page, 'conversation.create', choice)
      // What is copied, opened and made is settled; nobody types faster.
      await sleep(500)
      const durationMs = await timeQuestion(page, { conversationId: id, listeners })
      if (round >= 0) samples.push(durationMs)
    }
    return samples
  } finally {
    page.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function timeQuestion(
  page: ClientSession,
  {
    conversationId,
    listeners,
  }: {
    readonly conversationId: RequestArguments<'run.start'>['conversationId']
    readonly listeners: Set<(push: PushEnvelope) => void>
  },
): Promise<number> {
  const ended = Promise.withResolvers<number>()
  let hasTable = false
  const listener = (push: PushEnvelope) => {
    if (push.name !== 'run.batch') return
    hasTable ||= holdsTable(JSON.stringify(push))
    if (endOf(push.payload) === 'completed' && hasTable) ended.resolve(performance.now())
    else if (endOf(push.payload) !== null) ended.reject(new Error(`The question ended as ${endOf(push.payload)}.`))
    // As a page does with its next frame, but without waiting for one; never before the batch is under way.
    queueMicrotask(() => {
      ask(page, 'run.acknowledge', { runId: push.payload.runId, seq: push.payload.seq }).catch(ended.reject)
    })
  }
  listeners.add(listener)
  try {
    const startedAt = performance.now()
    const { runId } = await ask(page, 'run.start', { ...choice, conversationId, text: question, attachments: [] })
    await ask(page, 'run.attach', { runId: runId satisfies RunId })
    return (await ended.promise) - startedAt
  } finally {
    listeners.delete(listener)
  }
}

function holdsTable(batch: string): boolean {
  return batch.includes('"kind":"table"')
}

function endOf({ content }: RunBatch): string | null {
  if (content.kind === 'snapshot') return content.state.stop?.kind ?? null
  const end = content.events.find((event) => event.type === 'run-ended')
  return end?.type === 'run-ended' ? end.stop.kind : null
}

async function ask<Name extends RequestName>(
  page: ClientSession,
  name: Name,
  input: RequestArguments<Name>,
): Promise<RequestOutput<Name>> {
  const reply = await page.handle({ name, input })
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
  return reply.value as RequestOutput<Name>
}
