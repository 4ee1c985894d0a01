import type { CacheLifetime, InferenceSettings } from './inference.ts'
import type { ModelInfo } from './models.ts'
import type { CachePoint, CacheReach } from './prompt-cache.ts'
import type { ModelCall } from './run-events.ts'
import { thinkingSent } from './thinking-sent.ts'
import { costOf, noUsage, type Usage } from './usage.ts'

/** What a person is about to change for the next model call of a conversation. */
export type CacheChange =
  | { readonly kind: 'model'; readonly to: ModelChoiceFacts }
  /** Another agent brings its own instructions, and other tools unless it has the very same. */
  | { readonly kind: 'agent'; readonly hasSameTools: boolean }
  /** Both whole, with the region that really holds. */
  | { readonly kind: 'inference'; readonly from: InferenceSettings; readonly to: InferenceSettings }

type ModelChoiceFacts = Pick<ModelInfo, 'id' | 'price' | 'caching'>

/** The conversation's last call to a model, and what that model is; `model` is absent when it is not offered any more. */
export type LastCall = {
  readonly call: Pick<ModelCall, 'modelId' | 'startedAt' | 'timeToFirstTokenMs' | 'usage' | 'cache' | 'context'>
  readonly model: ModelInfo | undefined
}

/** What a change does to the prompt cache. `tokens` is an estimate; `usd` what losing them costs more, null without a price. */
export type CacheEffect =
  | { readonly kind: 'nothing-cached' }
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'lost'
      readonly part: 'everything' | 'system and messages' | 'messages'
      /** Whether the cache is filled anew, or not used from here on. */
      readonly refill: 'written' | 'sent in full'
      readonly tokens: number
      readonly usd: number | null
    }

/**
 * What a change would do to the prompt cache as the last call left it. Pure; `now` in milliseconds since the epoch.
 *
 * A prefix belongs to one model in one region; messages besides to thinking and effort as they are sent. Sampling that
 * leaves these alone, limits, guardrails, tiers and the lifetime of an entry belong to no prefix
 * (docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html).
 */
export function cacheEffectOf(change: CacheChange, last: LastCall | null, now: number): CacheEffect {
  const live = last === null ? 0 : liveTokens(last.call, now)
  if (last === null || live === 0) return { kind: 'nothing-cached' }
  const loss = lossOf(change, last)
  if (loss === null) return { kind: 'kept' }
  const tokens = Math.max(0, live - keptTokens(loss.part, last.call))
  // What was cached is not worth a word where none of it would be lost.
  return tokens === 0
    ? { kind: 'kept' }
    : { kind: 'lost', ...loss, tokens, usd: lostUsd(tokens, { change, last, loss }) }
}

const lifetimesMs: Readonly<Record<CacheLifetime, number>> = { '5m': 300_000, '1h': 3_600_000 }

/** How many tokens the next call could read: up to the last point whose entry is still alive. An entry is gone at its end. */
export function liveTokens(
  { usage, cache, context, startedAt, timeToFirstTokenMs }: LastCall['call'],
  now: number,
): number {
  if (usage === null) return 0
  const cached = usage.cacheReadTokens + usage.cacheWriteTokens
  // An entry is written, or refreshed, when the answer begins.
  const ageMs = now - (startedAt + (timeToFirstTokenMs ?? 0))
  const points = cache?.points ?? [{ at: 'message', index: 0, ttl: '5m' } satisfies CachePoint]
  const alive = points.filter(({ ttl }) => ageMs < lifetimesMs[ttl]).map(reachOf)
  if (alive.includes('messages')) return cached
  if (alive.includes('system')) return Math.min(cached, (context?.tools ?? 0) + (context?.system ?? 0))
  return alive.includes('tools') ? Math.min(cached, context?.tools ?? 0) : 0
}

function reachOf(point: CachePoint): CacheReach {
  return point.at === 'message' ? 'messages' : point.at
}

type SettingsChange = Extract<CacheChange, { kind: 'inference' }>

type Loss = Pick<Extract<CacheEffect, { kind: 'lost' }>, 'part' | 'refill'>

function lossOf(change: CacheChange, { call, model }: LastCall): Loss | null {
  switch (change.kind) {
    case 'model':
      // Where nothing is paid nothing is lost: what was cached stays for the way back.
      if (change.to.id === call.modelId || change.to.price === 'free') return null
      return { part: 'everything', refill: change.to.caching === undefined ? 'sent in full' : 'written' }
    case 'agent': {
      const keepsTools = change.hasSameTools && model?.caching?.sections.includes('tools') === true
      return { part: keepsTools ? 'system and messages' : 'everything', refill: 'written' }
    }
    case 'inference':
      return lossOfSettings(change, model)
  }
}

function lossOfSettings({ from, to }: SettingsChange, model: ModelInfo | undefined): Loss | null {
  if (to.caching === 'off' && from.caching !== 'off') return { part: 'everything', refill: 'sent in full' }
  if (to.region !== from.region) return { part: 'everything', refill: 'written' }
  if (model === undefined) return null
  const [before, after] = [thinkingSent(model.accepts, from), thinkingSent(model.accepts, to)]
  const thinksAlike = before.isAskedToThink === after.isAskedToThink && before.effort === after.effort
  return thinksAlike ? null : { part: 'messages', refill: 'written' }
}

function keptTokens(part: Loss['part'], { context }: LastCall['call']): number {
  switch (part) {
    case 'everything':
      return 0
    case 'system and messages':
      return context?.tools ?? 0
    case 'messages':
      return (context?.tools ?? 0) + (context?.system ?? 0)
  }
}

/** What the lost tokens cost on the next call, less what reading them would have cost. Never below 0. */
function lostUsd(
  tokens: number,
  { change, last, loss }: { readonly change: CacheChange; readonly last: LastCall; readonly loss: Loss },
): number | null {
  const price = change.kind === 'model' ? change.to.price : last.model?.price
  const again = costOf(spent(tokens, loss, last.call), price)
  const read = costOf({ ...noUsage, cacheReadTokens: tokens }, last.model?.price)
  if (again.kind === 'unpriced' || read.kind === 'unpriced') return null
  return Math.max(0, (again.kind === 'priced' ? again.usd : 0) - (read.kind === 'priced' ? read.usd : 0))
}

/** The lost tokens as the next call would be billed for them: by the lifetime the last call wrote with. */
function spent(tokens: number, { refill }: Loss, { cache }: LastCall['call']): Usage {
  if (refill === 'sent in full') return { ...noUsage, inputTokens: tokens }
  const isForAnHour = cache?.points.at(-1)?.ttl === '1h'
  return { ...noUsage, cacheWriteTokens: tokens, ...(isForAnHour ? { cacheWriteHourTokens: tokens } : {}) }
}
