import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { usageOf } from '../../electron/models/bedrock/from-converse.ts'
import { toConverse } from '../../electron/models/bedrock/to-converse.ts'
import { addUsage, costOf, noUsage, promptTokens, type Usage } from '../../shared/usage.ts'
import type { Emulator } from '../start-emulator.ts'
import type { CachePolicy } from './policies.ts'
import { benchModel, type Transcript } from './transcripts.ts'

/** What a conversation took under one policy, as the service counted it. */
export type Replay = {
  readonly usage: Usage
  /** Of the input alone, in US dollars. */
  readonly inputUsd: number
  readonly promptTokens: number
  /** What a perfect cache would have read, where the policy says so. */
  readonly cacheableTokens: number
  readonly unpredicted: number
}

/** Sends a transcript's requests as they stand, with the policy's points, and lets its pauses pass at the service. */
export async function replay(transcript: Transcript, policy: CachePolicy, emulator: Emulator): Promise<Replay> {
  await emulator.answerWith([{ text: 'Noted.' }])
  await emulator.control('clock', { stopped: true })
  const client = openClient(emulator)
  let nowMs = 0
  const plan = policy.start(() => nowMs)
  let total = noUsage
  let cacheableTokens = 0
  let unpredicted = 0
  for (const step of transcript.steps) {
    if (step.kind === 'pause') {
      nowMs += step.ms
      await emulator.control('clock', { advanceMs: step.ms })
      continue
    }
    const planned = plan(step.request)
    const { usage } = await client.send(new ConverseCommand(toConverse(planned.request)))
    if (usage === undefined) throw new Error('The service counted nothing.')
    const counted = usageOf(usage)
    const report = planned.settle(counted)
    total = addUsage(total, counted)
    cacheableTokens += report?.cacheableTokens ?? 0
    if (report?.wasPredicted === false) unpredicted++
  }
  client.destroy()
  const cost = costOf({ ...total, outputTokens: 0 }, benchModel.price)
  if (cost.kind !== 'priced') throw new Error('The model of this bench has no price.')
  return { usage: total, inputUsd: cost.usd, promptTokens: promptTokens(total), cacheableTokens, unpredicted }
}

export function openClient(emulator: Emulator): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: emulator.address,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: new NodeHttpHandler(),
  })
}
