import type { Bench, Figure } from './figure.ts'
import { bedrockEngineer, noCaching, ours, strandsAuto, type CachePolicy } from './caching/policies.ts'
import { replay, type Replay } from './caching/replay.ts'
import { toolHeavyConversation, typicalWorkflows, type Transcript } from './caching/transcripts.ts'
import { medianWithSpread } from './median.ts'
import { startEmulator, type Emulator } from './start-emulator.ts'

/** What the prompt cache saves, beside no caching and beside two other programs' policies on the same transcript. */
export const promptCache: Bench = {
  title: 'Prompt cache: the same transcripts under several policies (Claude Sonnet 5.5, 15 tools of the app)',
  counted: [
    'Every request of a fixed transcript is sent to the emulator, which counts as the service documents it; pauses pass',
    'on its clock (every sixth is 12 minutes). Full-price tokens and input cost are shares of the same without caching.',
    'The other policies are written from their published description. Counts, not times: each is exact, and the same in',
    'every run.',
  ].join('\n'),
  async run() {
    const emulator = await startEmulator()
    try {
      return [...(await comparePolicies(emulator)), ...(await hitRates(emulator))]
    } finally {
      emulator.stop()
    }
  },
}

async function comparePolicies(emulator: Emulator): Promise<Figure[]> {
  const transcript = toolHeavyConversation()
  const full = await replay(transcript, noCaching, emulator)
  const figures: Figure[] = []
  for (const policy of [ours, strandsAuto, bedrockEngineer]) {
    const one = await replay(transcript, policy, emulator)
    figures.push(...sharesOf(policy, one, full))
  }
  return figures
}

function sharesOf({ name }: CachePolicy, one: Replay, full: Replay): Figure[] {
  const isOurs = name === ours.name
  return [
    {
      name: `${name}: input at full price, 20 turns`,
      unit: '%',
      spread: exactly((100 * one.usage.inputTokens) / full.promptTokens),
      ...(isOurs ? { goalAtMost: 10 } : {}),
    },
    {
      name: `${name}: input cost, 20 turns`,
      unit: '%',
      spread: exactly((100 * one.inputUsd) / full.inputUsd),
      ...(isOurs ? { goalAtMost: 25 } : {}),
    },
  ]
}

async function hitRates(emulator: Emulator): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const transcript of typicalWorkflows()) figures.push(await hitRate(transcript, emulator))
  return figures
}

async function hitRate(transcript: Transcript, emulator: Emulator): Promise<Figure> {
  const { usage, cacheableTokens } = await replay(transcript, ours, emulator)
  return {
    name: `hit rate, ${transcript.name}`,
    unit: '%',
    spread: exactly((100 * usage.cacheReadTokens) / cacheableTokens),
    goalAtLeast: 90,
  }
}

function exactly(value: number) {
  return medianWithSpread([value])
}
