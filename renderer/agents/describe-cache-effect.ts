import type { CacheEffect } from '../../shared/cache-effect.ts'
import { formatCount, formatDollars } from '../ui/format.ts'

/** What a change does to the prompt cache, in one sentence. `undefined` when there is nothing to lose. */
export function describeCacheEffect(effect: CacheEffect): string | undefined {
  switch (effect.kind) {
    case 'nothing-cached':
      return undefined
    case 'kept':
      return 'Keeps the prompt cache.'
    case 'lost':
      return describeLoss(effect)
  }
}

function describeLoss({ part, refill, tokens, usd }: Extract<CacheEffect, { kind: 'lost' }>): string {
  const about = `about ${formatCount(tokens)} tokens`
  // What costs next to nothing needs no figure, and an unknown price is no price of 0.
  const money = usd === null ? ', at an unknown price' : usd < leastUsd ? '' : `, ≈\u00a0${formatDollars(usd)}`
  if (refill === 'sent in full') return `Leaves the cache: ${about} are read in full each time${money}.`
  return `${beginnings[part]} ${about} are written again${money}.`
}

const leastUsd = 0.0001

const beginnings: Readonly<Record<Extract<CacheEffect, { kind: 'lost' }>['part'], string>> = {
  everything: 'Starts a new cache:',
  'system and messages': 'Keeps only the tools cached:',
  messages: 'Keeps tools and instructions cached;',
}
