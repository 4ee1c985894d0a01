import {
  createPlayer,
  isNamedRightly,
  type PlayedCall,
  type Service,
} from '../electron/models/caching/play-conversation.fixture.ts'
import { randomConversation } from '../electron/models/caching/random-conversation.fixture.ts'
import { promptTokens } from '../shared/usage.ts'
import { openClient } from './caching/replay.ts'
import type { Bench, Figure } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { startEmulator, type Emulator } from './start-emulator.ts'

const conversations = 1000
/** Each model's factor is learnt by then. */
const learningConversations = 20

/** Whether the app knows before each call what the cache will do. */
export const cachePrediction: Bench = {
  title: `What the prompt cache will do, predicted and then counted (${conversations} random conversations)`,
  counted: [
    'Six models; questions, tool loops, edits, compactions, changes of tools, system prompt, model, effort, pictures and',
    'caching, pauses around both lifetimes, restarts of the app. A prefix is right when the one that was read is the one',
    'predicted, and something was written exactly when that was predicted. A reason is right when it is one of those that',
    'follow from what was done to the conversation, what was sent and what was counted, worked out beside the app; where',
    'nothing was missed, the right one is none. Tokens: how far the number said before the call is from the one counted,',
    `over the calls that have any, after calibration: from the ${learningConversations + 1}st conversation on. By then each model has answered`,
    'some thirty calls, whose counts set the one factor it has between our estimate and its own count; the app keeps that',
    'factor between starts. No tokenizer of the emulator or of a vendor is known to the app.',
  ].join('\n'),
  async run() {
    const emulator = await startEmulator()
    try {
      return summarise(await playAll(emulator))
    } finally {
      emulator.stop()
    }
  },
}

type Played = { readonly seed: number; readonly call: PlayedCall }

async function playAll(emulator: Emulator): Promise<Played[]> {
  await emulator.answerWith([{ text: 'Noted.' }])
  await emulator.control('clock', { stopped: true })
  const service: Service = {
    advanceClock: (advanceMs) => emulator.control('clock', { advanceMs }),
    clearCache: () => emulator.control('clear-cache', null),
    setReportsCache: (reportsCache) => emulator.control('configure', { reportsCache }),
  }
  const client = openClient(emulator)
  const player = createPlayer(client, service)
  const calls: Played[] = []
  for (let seed = 1; seed <= conversations; seed++) {
    for (const step of randomConversation(seed, { hasSurprises: false })) {
      const call = await player.play(step)
      if (call !== undefined) calls.push({ seed, call })
    }
  }
  client.destroy()
  return calls
}

function summarise(played: readonly Played[]): Figure[] {
  const calls = played.map(({ call }) => call)
  const calibrated = played.filter(({ seed }) => seed > learningConversations).map(({ call }) => call)
  return [
    share('prefix read and written as predicted', calls, ({ report }) => report.wasPredicted, 100),
    share('reason of a miss, or that there is none, named rightly', calls, isNamedRightly, 100),
    share('calls that missed something', calls, ({ expectedMisses }) => !expectedMisses.includes(null)),
    ...tokens('read', calibrated, ({ report, usage }) => [report.predicted.readTokens, usage.cacheReadTokens]),
    ...tokens('written', calibrated, ({ report, usage }) => [report.predicted.writeTokens, usage.cacheWriteTokens]),
    ...tokens('of the prompt', calibrated, ({ report, usage }) => [report.predicted.promptTokens, promptTokens(usage)]),
    { name: 'model calls', unit: '×', spread: medianWithSpread([calls.length]) },
  ]
}

/** Of calls where both numbers are nought there is nothing to be wrong about. */
function tokens(
  what: string,
  calls: readonly PlayedCall[],
  numbers: (call: PlayedCall) => readonly [predicted: number, counted: number],
): Figure[] {
  const errors = calls.flatMap((call) => {
    const [predicted, counted] = numbers(call)
    return predicted === 0 && counted === 0 ? [] : [(100 * Math.abs(predicted - counted)) / (counted || predicted)]
  })
  return [
    { name: `tokens ${what}, error`, unit: '%', spread: medianWithSpread(errors), goalAtMost: 3 },
    share(`tokens ${what}, calls within 3 %`, errors, (error) => error <= 3),
  ]
}

function share<Value>(
  name: string,
  values: readonly Value[],
  isCounted: (value: Value) => boolean,
  goalAtLeast?: number,
): Figure {
  const counted = values.filter(isCounted).length
  const spread = medianWithSpread([(100 * counted) / values.length])
  return { name, unit: '%', spread, ...(goalAtLeast === undefined ? {} : { goalAtLeast }) }
}
