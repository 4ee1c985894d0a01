import { cp } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { conversationId } from '../shared/ids.ts'
import type { JsonValue } from '../shared/schema.ts'
import type { ToolOutcome } from '../shared/tool-results.ts'
import { allTools } from '../electron/tools/all-tools.ts'
import { engineForTests } from '../electron/tools/data/data-engine.fixture.ts'
import { createDocumentReader } from '../electron/tools/documents/create-document-reader.ts'
import { openRunTools, type OpenedRunTools } from '../electron/tools/run-tools.fixture.ts'
import { spawnNodeWorker } from '../electron/workers/spawn-node-worker.ts'
import type { Bench } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { timeToScreen } from './time-to-screen.ts'

const rounds = 15
const sample = fileURLToPath(new URL('../assets/sample-workspace', import.meta.url))

export const toolCache: Bench = {
  title: 'An analysis of the sample workspace, asked for twice in one conversation',
  counted:
    'Listing, describing, three queries, a PDF and a search, through the executor: input check, permit, audit, taint. ' +
    'Tokens are estimated as characters of the results as sent, divided by four. The first time nothing is cached. To the ' +
    'screen: from the model’s whole request for the tool, through agent loop, run registry and outbox, until the batch ' +
    'with its outcome is JSON for the page’s socket; that may wait for a frame (16 ms). Not counted: storing the outcome, ' +
    'a question to the person, and the browser’s own drawing.',
  async run() {
    const passes = await measure()
    const repeated = passes.flatMap(({ second }) => second)
    const cached = repeated.filter(({ outcome }) => outcome.cached !== undefined)
    return [
      {
        name: 'tokens to the model, second time against first',
        unit: '×',
        spread: medianWithSpread(passes.map(({ first, second }) => tokensOf(second) / tokensOf(first))),
        goalAtMost: 0.5,
      },
      {
        name: 'calls that ran again, of those repeated',
        unit: '×',
        spread: medianWithSpread(passes.map(({ second }) => shareOfRuns(second))),
        goalAtMost: 0.3,
      },
      {
        name: 'a cached call',
        unit: 'ms',
        spread: medianWithSpread(cached.map(({ durationMs }) => durationMs)),
        goalAtMost: 10,
      },
      {
        name: 'a cached call, to the screen',
        unit: 'ms',
        spread: medianWithSpread(passes.flatMap(({ shownAfterMs }) => shownAfterMs)),
        goalAtMost: 100,
      },
      {
        name: 'the same calls, worked out',
        unit: 'ms',
        spread: medianWithSpread(passes.flatMap(({ first }) => first.map(({ durationMs }) => durationMs))),
      },
    ]
  },
}

const analysis: readonly (readonly [name: string, input: JsonValue])[] = [
  ['list_files', { recursive: true }],
  ['describe_data', { file: 'sales.csv' }],
  ['query_data', { sql: "SELECT region, sum(amount) AS total FROM 'sales.csv' GROUP BY region ORDER BY total DESC" }],
  ['query_data', { sql: "SELECT category, count(*) AS sales FROM 'sales.csv' GROUP BY category ORDER BY sales DESC" }],
  ['query_data', { sql: "SELECT * FROM 'sales.csv' ORDER BY amount DESC LIMIT 20" }],
  ['read_document', { path: 'quarterly-report.pdf' }],
  ['search_files', { query: 'returns' }],
]

type Called = { readonly outcome: ToolOutcome; readonly durationMs: number }
type Passes = {
  readonly first: readonly Called[]
  readonly second: readonly Called[]
  /** The repeatable calls once more, as the page sees them. */
  readonly shownAfterMs: readonly number[]
}

async function measure(): Promise<readonly Passes[]> {
  const data = engineForTests()
  const documents = createDocumentReader(() => spawnNodeWorker('documents', 'process'))
  const at = await openRunTools(allTools, { services: { data: data.engine, documents } })
  try {
    await cp(sample, at.workspace, { recursive: true })
    // As files mostly are: not changed a moment ago, when they would be hashed each time.
    await sleep(4000)
    // The first round loads libraries and starts workers.
    await passTwice(at, 'warming')
    const passes: Passes[] = []
    for (let round = 0; round < rounds; round++) passes.push(await passTwice(at, `round${round}`))
    return passes
  } finally {
    data.dispose()
    documents.close()
    await at[Symbol.asyncDispose]()
  }
}

/** In a conversation of its own, past every time to live. */
async function passTwice(at: OpenedRunTools, name: string): Promise<Passes> {
  at.passTime(24 * 60 * 60_000)
  const first = await pass(at, name)
  const second = await pass(at, name)
  const tools = at.toolsOf(conversationId.parse(name))
  const shownAfterMs: number[] = []
  for (const [n, { outcome }] of second.entries()) {
    const [tool, input] = analysis[n] ?? []
    if (tool === undefined || input === undefined || outcome.cached === undefined) continue
    shownAfterMs.push(await timeToScreen({ tool, input }, tools))
  }
  return { first, second, shownAfterMs }
}

async function pass(at: OpenedRunTools, name: string): Promise<readonly Called[]> {
  const called: Called[] = []
  for (const [tool, input] of analysis) {
    const startedAt = performance.now()
    const outcome = await at.call(tool, input, { conversation: conversationId.parse(name) })
    const durationMs = performance.now() - startedAt
    if (outcome.status !== 'success') throw new Error(`${tool} failed: ${JSON.stringify(outcome.content)}`)
    called.push({ outcome, durationMs })
  }
  return called
}

function tokensOf(called: readonly Called[]): number {
  const characters = called.reduce((sum, { outcome }) => sum + JSON.stringify(outcome.content).length, 0)
  return Math.ceil(characters / 4)
}

function shareOfRuns(called: readonly Called[]): number {
  return called.filter(({ outcome }) => outcome.cached === undefined).length / called.length
}
