import type { CacheMiss, CachePoint } from '../../../shared/prompt-cache.ts'
import type { ModelRequest } from '../../agent/ports.ts'
import type { CacheLedger, LedgerEntry } from './cache-ledger.ts'
import { factorOf, marginOf, type Calibration } from './calibration.ts'
import type { ConversationMemory } from './conversation-memory.ts'
import { describePrompt, type PromptDescription } from './describe-prompt.ts'
import { estimateTokensAt, findKnown, type KnownPosition } from './estimate-position.ts'
import { explainMiss, type LastCall } from './explain-miss.ts'
import { planCall, type CallPlan } from './plan-call.ts'
import { predictCache, type CachePrediction, type StandingPoint } from './predict-cache.ts'
import { promptPositions, type PromptPosition, type PromptPositions } from './prompt-positions.ts'
import { standingPoints } from './standing-points.ts'

/** What is known when a call is prepared. */
export type CallContext = {
  readonly ledger: CacheLedger
  readonly calibration: Calibration
  readonly memory: ConversationMemory
  /** See `planCall`. */
  readonly fixedPausesMs: readonly number[]
}

/** A call before it is sent: where its cache points stand, and what the service is expected to do with them. */
export type PreparedCall = {
  readonly request: ModelRequest
  readonly prompt: PromptDescription
  readonly positions: PromptPositions
  readonly points: readonly CachePoint[]
  readonly standing: readonly StandingPoint[]
  readonly prediction: CachePrediction
  readonly predicted: {
    readonly readTokens: number
    readonly writeTokens: number
    readonly promptTokens: number
  }
  /** Why less than what was sent before will be read; null when all of it will. */
  readonly expectedMiss: CacheMiss | null
  readonly estimate: (position: PromptPosition) => number
  /** Where the conversation's last call ended, or the agent's fixed prompt in its first. */
  readonly lastEnd: PromptPosition | null
  /** Places where the service should have an entry when the request arrives. */
  readonly held: readonly PromptPosition[]
  /** Of the prompt, what was sent before. */
  readonly sentBeforeTokens: number
  /** The nearest place before the end that the service has counted: what came after it is what this call measures. */
  readonly anchor: KnownPosition | undefined
  /** What the next call will compare itself with. */
  readonly remembered: LastCall
}

/** @param scope Model, region and account. */
export function prepareCall(request: ModelRequest, scope: string, context: CallContext): PreparedCall {
  const { ledger, calibration, memory } = context
  const prompt = describePrompt(request, memory.chain)
  const positions = promptPositions(prompt, scope)
  const factor = factorOf(calibration)
  const estimate = (position: PromptPosition) => estimateTokensAt(position, positions, { ledger, factor })
  const margin = marginOf(calibration)
  const { pausesMs } = memory
  const { fixedPausesMs } = context
  const plan = planCall({ request, positions, ledger, estimate, margin, pausesMs, fixedPausesMs })
  const standing = standingPoints(plan.points, positions)
  const prediction = predictCache(standing, positions, (key) => ledger.isAlive(ledger.get(key)))
  const predicted = predictTokens(prediction, standing, { estimate, end: positions.end })
  const remembered = rememberCall(prompt, { scope, plan, promptTokens: predicted.promptTokens })
  const lastEnd = lastEndOf(positions, memory.last)
  const isCounted = (entry: LedgerEntry) => entry.isCounted
  return {
    request,
    prompt,
    positions,
    points: plan.points,
    standing,
    prediction,
    predicted,
    expectedMiss: expectMiss({ request, points: plan.points, remembered, prompt, prediction, lastEnd }, context),
    estimate,
    lastEnd,
    held: [
      positions.tools,
      positions.system,
      ...standing.map(({ position }) => position),
      prediction.read,
      lastEnd,
    ].filter((position) => position !== null && ledger.isAlive(ledger.get(position.key))) as readonly PromptPosition[],
    sentBeforeTokens: memory.last?.promptTokens ?? sentByOthers(positions, ledger),
    anchor: findKnown(positions.end, positions, { ledger, isWanted: isCounted }),
    remembered,
  }
}

function predictTokens(
  { read, written }: CachePrediction,
  standing: readonly StandingPoint[],
  { estimate, end }: { readonly estimate: PreparedCall['estimate']; readonly end: PromptPosition },
): PreparedCall['predicted'] {
  const readTokens = read === null ? 0 : estimate(read)
  const lastPoint = standing.at(-1)
  const isWriting = written.length > 0 && lastPoint !== undefined
  const writeTokens = isWriting ? Math.max(0, estimate(lastPoint.position) - readTokens) : 0
  return { readTokens, writeTokens, promptTokens: estimate(end) }
}

function rememberCall(
  prompt: PromptDescription,
  { scope, plan, promptTokens }: { readonly scope: string; readonly plan: CallPlan; readonly promptTokens: number },
): LastCall {
  const { tools, stableSystem, varyingSystem, settings, hasImages, links, lastLink } = prompt
  return {
    scope,
    tools: tools.digest,
    system: `${stableSystem.digest} ${varyingSystem.digest}`,
    settings,
    hasImages,
    firstLink: links[0]?.digest ?? '',
    lastLink: lastLink.digest,
    messageCount: links.length,
    promptTokens,
    unwritten: plan.unwritten,
  }
}

function lastEndOf(positions: PromptPositions, last: LastCall | undefined): PromptPosition | null {
  return last === undefined ? (positions.system ?? positions.tools) : positions.lastMessageOf(last.messageCount)
}

function expectMiss(
  call: Pick<PreparedCall, 'request' | 'points' | 'remembered' | 'prompt' | 'prediction' | 'lastEnd'>,
  { ledger, memory }: CallContext,
): CacheMiss | null {
  const { request, points, remembered, prompt, prediction, lastEnd } = call
  const entry = lastEnd === null ? undefined : ledger.get(lastEnd.key)
  return explainMiss({
    last: memory.last,
    now: remembered,
    prompt,
    read: prediction.read,
    isHeld: ledger.isAlive(entry),
    wasWritten: entry?.lastUsedMs != null,
    hasPoints: points.length > 0,
    isCompacted: request.messages[0]?.id === undefined && remembered.firstLink !== memory.last?.firstLink,
  })
}

/** Of a conversation's first call: what another conversation of the same agent has sent. */
function sentByOthers(positions: PromptPositions, ledger: CacheLedger): number {
  const isWanted = (entry: LedgerEntry) => entry.isCounted || entry.lastUsedMs !== null
  return findKnown(positions.end, positions, { ledger, isWanted })?.entry.tokens ?? 0
}
