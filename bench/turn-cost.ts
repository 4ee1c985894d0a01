import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRunRegistry } from '../electron/agent/run-registry.ts'
import type { Model } from '../electron/agent/ports.ts'
import { createConversationHistories } from '../electron/app/conversation-histories.ts'
import { createLiveConfigurations } from '../electron/app/live-configuration.ts'
import { startRun, type RunDependencies } from '../electron/app/start-run.ts'
import { startClock } from '../electron/app/start-clock.ts'
import { createLastTurns } from '../electron/app/task-facts.ts'
import { createTaint } from '../electron/consent/taint.ts'
import { createPromptCache } from '../electron/models/caching/prompt-cache.ts'
import { withPromptCache } from '../electron/models/caching/with-prompt-cache.ts'
import { openStorage } from '../electron/storage/open-storage.ts'
import type { Storage } from '../electron/storage/storage.ts'
import { createEarlierResults } from '../electron/tools/earlier-results.ts'
import { spawnNodeWorker } from '../electron/workers/spawn-node-worker.ts'
import { benchModel } from './caching/transcripts.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { Bench } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { storeConversation, type StoredConversation } from './stored-conversation.ts'
import { threadCpuMicros } from './thread-cpu.ts'

const warmUpRounds = 15
const rounds = 61
const lengths = [10, 5000] as const

/** What a turn costs besides its request body, as the conversation grows. */
export const turnCost: Bench = {
  title: 'CPU of a turn as history grows, without the request body',
  counted: [
    'CPU of the main thread from asking until the answer is stored: what is read of the conversation, the plan of the',
    'prompt cache and its report, the agent loop, the registry, the database (whose thread is not counted, the hand-over',
    'is). The model is a stand-in that answers one word, so nothing is converted, serialised or signed: that is the',
    'body, which must grow. Turns of both conversations alternate; each is one message pair longer than the last.',
    'Strands, measured elsewhere and not in this run: 32 ms a turn at 4 MB of history.',
  ].join('\n'),
  async run() {
    const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-bench-'))
    const { storage } = await openStorage({
      spawn: () => spawnNodeWorker('storage', 'thread'),
      file: path.join(folder, 'bench.db'),
    })
    try {
      const deps = dependencies(storage, folder)
      const samples = new Map<number, number[]>()
      const conversations = await Promise.all(
        lengths.map(async (messageCount) => ({
          messageCount,
          stored: await storeConversation(storage, { modelId: benchModel.id, messageCount }),
        })),
      )
      for (let round = -warmUpRounds; round < rounds; round++) {
        for (const { messageCount, stored } of conversations) {
          const micros = await timeTurn(stored, deps)
          if (round >= 0) samples.set(messageCount, [...(samples.get(messageCount) ?? []), micros])
        }
      }
      return figuresOf(samples)
    } finally {
      await storage.close()
      await rm(folder, { recursive: true })
    }
  },
}

function figuresOf(samples: ReadonlyMap<number, readonly number[]>) {
  const [short = [], long = []] = lengths.map((length) => samples.get(length))
  const ms = (micros: readonly number[]) => medianWithSpread(micros.map((value) => value / 1000))
  const ratios = long.map((value, round) => value / (short[round] ?? Number.NaN))
  return [
    { name: 'a turn after 10 messages', unit: 'ms', spread: ms(short) },
    { name: 'a turn after 5,000 messages', unit: 'ms', spread: ms(long) },
    { name: 'after 5,000 / after 10', unit: '×', spread: medianWithSpread(ratios), goalAtMost: 1.2 },
  ] as const
}

async function timeTurn({ conversationId, agentId }: StoredConversation, deps: RunDependencies): Promise<number> {
  collectGarbage()
  const before = threadCpuMicros()
  const question = { kind: 'question', text: 'And in November?', attachments: [] } as const
  const run = await startRun({ ...question, conversationId, agentId, modelId: benchModel.id }, deps)
  const stop = await run.ended
  const micros = threadCpuMicros() - before
  if (stop.kind !== 'completed') throw new Error(`A turn of this bench ended as ${JSON.stringify(stop)}.`)
  return micros
}

/** Answers one word at once, and counts tokens as a service would that holds the whole prompt. */
const standIn: Model = {
  async *stream({ observer }) {
    observer?.noteStart()
    yield { type: 'text-delta', index: 0, text: 'Yes.' }
    yield { type: 'message-stopped', reason: 'end-turn' }
    const usage = { inputTokens: 3, outputTokens: 2, cacheReadTokens: 90_000, cacheWriteTokens: 100 }
    yield { type: 'usage', usage, latencyMs: 1, ...observer?.report(usage) }
  },
}

function dependencies(storage: Storage, folder: string): RunDependencies {
  const logFailure = (error: unknown) => console.error('A part of the bench failed:', error)
  const model = withPromptCache(standIn, createPromptCache({ elapsedMs: () => performance.now() }), 'us-east-1')
  const unused = () => {
    throw new Error('No answer of this bench uses a tool.')
  }
  return {
    storage,
    registry: createRunRegistry(storage.runs, logFailure),
    models: { open: async () => ({ info: benchModel, model, alternatives: [] }), list: unused },
    agent: (id) => ({
      id,
      name: 'Bench',
      description: 'Of this bench.',
      prompt: 'You are a careful analyst. '.repeat(100),
      tools: [],
      permissions: { deny: [], ask: [] },
      inference: {},
      modelTiers: {},
      maxTurns: 2,
      samplePrompts: [],
    }),
    toolsFor: () => ({ specs: () => noTools, prepare: unused, execute: unused, refresh: unused }),
    workspace: () => null,
    attachmentsFolder: () => folder,
    live: createLiveConfigurations(),
    histories: createConversationHistories(),
    earlierResults: createEarlierResults(),
    lastTurns: createLastTurns(),
    consent: { decide: unused },
    taint: createTaint(storage.taint),
    startClock,
    log: { write: (_level, _message, error) => logFailure(error), close: async () => {} },
    onConversationChanged: () => {},
  }
}

const noTools: readonly never[] = []
