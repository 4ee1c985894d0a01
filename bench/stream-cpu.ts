import type { Bench, Figure } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { openReaders, type Pair, type Readers } from './open-readers.ts'
import type { StreamSample } from './stream-sample.ts'

const warmUpRounds = 3

/** CPU per streamed delta from the socket to the batch handed to the page, beside the raw AWS SDK. */
export const streamCpu: Bench = {
  title: 'CPU per streamed delta, app beside raw AWS SDK (same request, same server, samples interleaved)',
  counted: [
    'CPU of the main thread, user and system, from the first delta until the answer is whole and stored; the request',
    'before it has lines of its own. The app: Bedrock model, agent loop, run registry and its database (whose thread is',
    'not counted, the hand-over is), outbox, JSON of each batch. The SDK: its own loop, joining the text. Each over a',
    'kept HTTP/2 connection to an emulator in another process, by the same handler. Garbage is collected before each',
    'sample; that is not counted. Of other programs, measured elsewhere and not in this run: Strands 2.1 ×, AI SDK 3.2 ×,',
    'LangChain 1.8 × the raw SDK.',
  ].join('\n'),
  async run() {
    const readers = await openReaders()
    try {
      const { short, long, paced } = await prepareScenes(readers)
      await takeRounds(readers, { scenes: [short, long], rounds: 45 })
      await takeRounds(readers, { scenes: [paced], rounds: 11 })
      return [
        ...perDelta(short),
        ...perDelta(long),
        growth('app', { short, long }),
        growth('sdk', { short, long }),
        ...perDelta(paced),
        ...untilFirstDelta(short),
        ...untilFirstDelta(long),
      ]
    } finally {
      await readers.close()
    }
  },
}

type Scene = {
  readonly label: string
  readonly deltas: number
  readonly reply: readonly object[]
  readonly perDeltaDelayMs: number
  readonly ask: () => Promise<Pair>
  readonly pairs: Pair[]
}

async function prepareScenes(readers: Readers): Promise<{ short: Scene; long: Scene; paced: Scene }> {
  const askShort = await readers.prepare({ messageCount: 0 })
  const burst = { deltas: 5000, reply: [{ burst: { deltas: 5000 } }], perDeltaDelayMs: 0 }
  return {
    short: { ...burst, label: 'burst', ask: askShort, pairs: [] },
    long: {
      ...burst,
      label: 'burst after 5,000 messages',
      ask: await readers.prepare({ messageCount: 5000 }),
      pairs: [],
    },
    // As a fast model writes: each of the app's frames and saves then carries a few deltas only.
    paced: {
      label: 'one every 5 ms',
      deltas: 400,
      reply: [{ text: 'word '.repeat(400), chunkSize: 'word '.length }],
      perDeltaDelayMs: 5,
      ask: askShort,
      pairs: [],
    },
  }
}

async function takeRounds(
  readers: Readers,
  { scenes, rounds }: { readonly scenes: readonly Scene[]; readonly rounds: number },
): Promise<void> {
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const { reply, perDeltaDelayMs, ask, pairs } of scenes) {
      await readers.emulator.answerWith(reply, { perDeltaDelayMs })
      const pair = await ask()
      if (round >= 0) pairs.push(pair)
    }
  }
}

const names = { app: 'app', sdk: 'raw SDK' } as const

function perDelta({ label, deltas, pairs }: Scene): Figure[] {
  const cost = (sample: StreamSample) => sample.streamCpuMicros / deltas
  return [
    { name: `raw SDK, ${label}`, unit: 'µs', spread: medianWithSpread(pairs.map(({ sdk }) => cost(sdk))) },
    { name: `app, ${label}`, unit: 'µs', spread: medianWithSpread(pairs.map(({ app }) => cost(app))) },
    {
      name: `app / raw SDK, ${label}`,
      unit: '×',
      spread: medianWithSpread(pairs.map(({ sdk, app }) => cost(app) / cost(sdk))),
      goalAtMost: 1.15,
    },
  ]
}

/** Round by round. A tenth is less than what two samples of the same differ by. */
function growth(reader: keyof Pair, { short, long }: { readonly short: Scene; readonly long: Scene }): Figure {
  const before = short.pairs.map((pair) => pair[reader].streamCpuMicros)
  const ratios = long.pairs.map((pair, round) => pair[reader].streamCpuMicros / (before[round] ?? Number.NaN))
  return {
    name: `${names[reader]}, after 5,000 messages / after none`,
    unit: '×',
    spread: medianWithSpread(ratios),
    ...(reader === 'app' ? { goalAtMost: 1.1 } : {}),
  }
}

function untilFirstDelta({ label, pairs }: Scene): Figure[] {
  return (['sdk', 'app'] as const).map((reader) => ({
    name: `${names[reader]}, whole request until the first delta, ${label}`,
    unit: 'ms',
    spread: medianWithSpread(pairs.map((pair) => pair[reader].requestCpuMicros / 1000)),
  }))
}
