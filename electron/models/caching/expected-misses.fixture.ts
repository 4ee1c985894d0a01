import type { CacheLifetime } from '../../../shared/inference.ts'
import type { CacheMiss } from '../../../shared/prompt-cache.ts'
import { promptTokens, type Usage } from '../../../shared/usage.ts'
import type { ModelRequest } from '../../agent/ports.ts'

/** A call as somebody sees it who stands beside the wire. */
export type CallSeen = {
  /** As it was sent, with its cache points. */
  readonly request: ModelRequest
  readonly usage: Usage
  /** What was done to the conversation since its last call (`random-conversation.fixture.ts`). */
  readonly changes: readonly CacheMiss[]
  readonly atMs: number
  /** Whether the service left its counters out, and how often it has lost everything by then. */
  readonly isUnreported: boolean
  readonly evictions: number
}

/**
 * The reasons a careful reader accepts for what a call did not read; null where it read all that was sent before. They
 * follow from what was done, what was sent and what was counted, by the service's documented rules, and from nothing
 * the app thinks. Of several that are true each is right.
 *
 * @param before The last call of the same conversation. A restart of the app in between changes nothing at the service.
 */
export function expectedMisses(now: CallSeen, before: CallSeen | undefined): readonly (CacheMiss | null)[] {
  const { request, usage } = now
  if (request.model.caching === undefined) return ['not-supported']
  if (request.inference.caching === 'off') return ['switched-off']
  const surprises = surprisesOf(now, before)
  if (before === undefined) {
    if (usage.cacheReadTokens > 0) return [null, ...surprises]
    return ['first-call', ...tooSmall(now), ...surprises]
  }
  if (readsAllOf(before, now)) return [null, ...surprises]
  return [
    ...now.changes,
    ...expired(now, before),
    ...unwritten(before),
    ...unreadable(now),
    ...tooManyBlocks(now, before),
    ...surprises,
  ]
}

/** The last call left an entry at its end, and this one read at least as far. */
function readsAllOf(before: CallSeen, now: CallSeen): boolean {
  const isSameModel = now.request.model.endpointModelId === before.request.model.endpointModelId
  const { cacheReadTokens, cacheWriteTokens } = before.usage
  const end = cacheReadTokens + cacheWriteTokens
  return isSameModel && hasPointAtEnd(before) && end > 0 && now.usage.cacheReadTokens >= end
}

function hasPointAtEnd({ request: { messages, cachePoints = [] } }: CallSeen): boolean {
  return cachePoints.some((point) => point.at === 'message' && point.index === messages.length - 1)
}

function surprisesOf(now: CallSeen, before: CallSeen | undefined): readonly (CacheMiss | null)[] {
  return [
    ...(now.isUnreported ? (['not-reported'] as const) : []),
    ...(now.evictions > (before?.evictions ?? 0) ? (['evicted'] as const) : []),
    // Without counters nobody knows how much was sent: whether all of it is read cannot be judged from outside.
    ...(before?.isUnreported === true ? [null] : []),
  ]
}

const lifetimeMs: Readonly<Record<CacheLifetime, number>> = { '5m': 300_000, '1h': 3_600_000 }

/** An entry is gone at exactly its lifetime after its last use. */
function expired(now: CallSeen, before: CallSeen): readonly CacheMiss[] {
  const { cachePoints = [] } = before.request
  const pauseMs = now.atMs - before.atMs
  return cachePoints.some(({ ttl }) => pauseMs >= lifetimeMs[ttl]) ? ['expired'] : []
}

/** Why a call leaves nothing at its end for the next one to read. */
function unwritten(call: CallSeen): readonly CacheMiss[] {
  const { model, messages, inference } = call.request
  if (inference.caching === 'off') return ['switched-off']
  if (hasPointAtEnd(call)) return []
  const endsInResults = messages.at(-1)?.content.some(({ type }) => type === 'tool-result') === true
  return [
    ...(model.caching?.afterToolResults === false && endsInResults ? (['not-supported'] as const) : []),
    ...tooSmall(call),
  ]
}

/** What is too small, or carries no point at all, can read nothing. */
function unreadable(call: CallSeen): readonly CacheMiss[] {
  return call.request.cachePoints === undefined ? unwritten(call) : tooSmall(call)
}

/** Nobody who does not count like the service can place a point right at the minimum; this much above is no loss. */
const smallestMargin = 1.5

function tooSmall({ request, usage }: CallSeen): readonly CacheMiss[] {
  const minimum = (request.model.caching?.minimumTokens ?? 0) * smallestMargin
  return promptTokens(usage) < minimum ? ['below-minimum'] : []
}

/** The service looks for an entry at most 20 blocks before a point. */
function tooManyBlocks(now: CallSeen, before: CallSeen): readonly CacheMiss[] {
  const { messages, cachePoints = [] } = now.request
  const end = before.request.messages.length - 1
  const isSameHistory = before.request.messages.every((message, index) => message === messages[index])
  const distances = cachePoints.flatMap((point) =>
    point.at === 'message' && point.index >= end ? [blocksBetween(messages, end, point.index)] : [],
  )
  return isSameHistory && distances.length > 0 && Math.min(...distances) > 20 ? ['too-many-blocks'] : []
}

function blocksBetween(messages: ModelRequest['messages'], from: number, to: number): number {
  return messages.slice(from + 1, to + 1).reduce((sum, { content }) => sum + content.length, 0)
}
