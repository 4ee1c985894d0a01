import type { ToolSpec } from '../electron/agent/ports.ts'
import type { Bench } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { openReaders, type Pair } from './open-readers.ts'

const warmUpRounds = 10
/** Half of them keep the median within a tenth of a millisecond on a machine that does nothing else. */
const rounds = 201

/** How much later than the raw AWS SDK the app has the first delta, and its page the first text. */
export const firstDelta: Bench = {
  title: 'Time to the first delta, app beside raw AWS SDK (200 messages, 30 tools)',
  counted: [
    'Time on the clock from asking to the first delta in the agent, and to the first batch with text handed to the',
    'page: that one may wait for a frame (16 ms) and for the question to be stored. The emulator answers at once. Both',
    'keep their connection; the SDK by itself would open one for every answer, which is measured by warm-start.',
  ].join('\n'),
  async run() {
    const readers = await openReaders()
    try {
      const ask = await readers.prepare({ messageCount: 200, tools: Array.from({ length: 30 }, (_, n) => toolSpec(n)) })
      const pairs: Pair[] = []
      for (let round = -warmUpRounds; round < rounds; round++) {
        // Each round, so that the emulator does not gather the bodies of all before it.
        await readers.emulator.answerWith([{ text: 'Good morning.' }])
        const pair = await ask()
        if (round >= 0) pairs.push(pair)
      }
      const spreadOf = (value: (pair: Pair) => number) => medianWithSpread(pairs.map(value))
      return [
        { name: 'raw SDK, first delta', unit: 'ms', spread: spreadOf(({ sdk }) => sdk.firstDeltaMs) },
        { name: 'app, first delta in the agent', unit: 'ms', spread: spreadOf(({ app }) => app.firstDeltaMs) },
        {
          name: 'app − raw SDK, first delta',
          unit: 'ms',
          spread: spreadOf(({ sdk, app }) => app.firstDeltaMs - sdk.firstDeltaMs),
          goalAtMost: 2,
        },
        // What of it is work of this thread and not waiting for others of a busy machine.
        {
          name: 'app − raw SDK, CPU until the first delta',
          unit: 'ms',
          spread: spreadOf(({ sdk, app }) => (app.requestCpuMicros - sdk.requestCpuMicros) / 1000),
        },
        { name: 'app, first text at the page', unit: 'ms', spread: spreadOf(({ app }) => app.firstTextShownMs) },
      ]
    } finally {
      await readers.close()
    }
  },
}

function toolSpec(number: number): ToolSpec {
  return {
    name: `tool_${number}`,
    description: 'Reads rows of a table in an opened folder and returns them with the types of their columns.',
    inputSchema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: 'The file, relative to the folder.' },
        columns: { type: 'array', items: { type: 'string' }, description: 'Which columns; all when left out.' },
        limit: { type: 'integer', minimum: 1, maximum: 1000 },
      },
      required: ['path'],
    },
  }
}
