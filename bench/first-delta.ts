import type { ToolSpec } from '../electron/agent/ports.ts'
import type { Bench } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { openReaders, type Pair } from './open-readers.ts'

const warmUpRounds = 10
const rounds = 41

/** How much later than the raw AWS SDK the app has the first delta, and its page the first text. */
export const firstDelta: Bench = {
  title: 'Time to the first delta, app beside raw AWS SDK (200 messages, 30 tools)',
  counted: [
    'Time on the clock from asking to the first delta in the agent, and to the first batch with text handed to the',
    'page: that one may wait for a frame (16 ms) and for the question to be stored. The emulator answers at once. Both',
    'clients open a connection for every request, as the SDK does over HTTP/2.',
  ].join('\n'),
  async run() {
    const readers = await openReaders()
    try {
      await readers.emulator.answerWith([{ text: 'Good morning.' }])
      const ask = await readers.prepare({ messageCount: 200, tools: Array.from({ length: 30 }, (_, n) => toolSpec(n)) })
      const pairs: Pair[] = []
      for (let round = -warmUpRounds; round < rounds; round++) {
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
