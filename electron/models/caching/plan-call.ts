import type { CacheMiss, CachePoint } from '../../../shared/prompt-cache.ts'
import type { ModelRequest } from '../../agent/ports.ts'
import type { CacheLedger } from './cache-ledger.ts'
import { planCachePoints } from './cache-plan.ts'
import { chooseLifetime } from './choose-lifetime.ts'
import { findKnown } from './estimate-position.ts'
import type { PromptPosition, PromptPositions } from './prompt-positions.ts'

export type CallPlan = {
  readonly points: readonly CachePoint[]
  /** Why there is no point at the end of the prompt; null when there is one. */
  readonly unwritten: CacheMiss | null
}

export type CallPlanInput = {
  readonly request: ModelRequest
  readonly positions: PromptPositions
  readonly ledger: CacheLedger
  readonly estimate: (position: PromptPosition) => number
  readonly margin: number
  /** The person's pauses in this conversation, and the times after which the agent's fixed prompt was used again. */
  readonly pausesMs: readonly number[]
  readonly fixedPausesMs: readonly number[]
}

/** Gathers what `planCachePoints` decides on: sizes, what is still held, and how long it should live. */
export function planCall(input: CallPlanInput): CallPlan {
  const { request, positions, ledger, estimate, margin } = input
  const { caching, price } = request.model
  const wish = request.inference.caching ?? 'auto'
  if (caching === undefined) return { points: [], unwritten: 'not-supported' }
  if (wish === 'off') return { points: [], unwritten: 'switched-off' }

  const last = request.messages.at(-1)
  const endsInResults = last?.content.some(({ type }) => type === 'tool-result') ?? false
  // The beginning of an answer that is to be gone on with must be the very last of a prompt.
  const canEnd = last?.role === 'user' && !(endsInResults && caching.afterToolResults === false)
  const end = canEnd ? positions.end : null
  const isWanted = (entry: Parameters<typeof ledger.isAlive>[0]) => ledger.isAlive(entry)
  const held =
    positions.count < 2 ? undefined : findKnown(positions.message(positions.count - 2), positions, { ledger, isWanted })
  const prefixTokens = estimate(positions.end)
  const newTokens = prefixTokens - (held === undefined ? 0 : estimate(held.position))
  const shared = { wish, caching, price, prefixTokens, newTokens }
  const fixedEnd = positions.system ?? positions.tools
  const fixedTokens = fixedEnd === null ? 0 : estimate(fixedEnd)
  const points = planCachePoints({
    caching,
    toolsEnd: positions.tools === null ? null : estimate(positions.tools),
    systemEnd: positions.system === null ? null : fixedTokens,
    last: end === null ? null : { index: end.index, tokens: prefixTokens },
    held:
      held === undefined || held.position.index < 0
        ? null
        : { index: held.position.index, tokens: estimate(held.position) },
    margin,
    lifetimes: {
      messages: chooseLifetime({ ...shared, pausesMs: input.pausesMs }),
      fixed: chooseLifetime({
        ...shared,
        pausesMs: input.fixedPausesMs,
        prefixTokens: fixedTokens,
        newTokens: fixedTokens,
      }),
    },
  })
  if (!canEnd) return { points, unwritten: 'not-supported' }
  const hasEnd = points.some((point) => point.at === 'message' && point.index === end?.index)
  return { points, unwritten: hasEnd ? null : 'below-minimum' }
}
