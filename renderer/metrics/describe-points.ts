import type { CachePoint, CacheReach } from '../../shared/prompt-cache.ts'

/** Where cache points stood: "after the tools (1 h), after message 12 (5 min)". */
export function describePoints(points: readonly CachePoint[]): string {
  return points.length === 0 ? 'none' : points.map((point) => `${placeOf(point)} (${lifetimes[point.ttl]})`).join(', ')
}

/** Up to where a prefix was read. */
export function describeReach(reach: CacheReach): string {
  return reaches[reach]
}

function placeOf(point: CachePoint): string {
  switch (point.at) {
    case 'tools':
      return 'after the tools'
    case 'system':
      return 'after the instructions'
    case 'message':
      return `after message ${point.index + 1}`
  }
}

const lifetimes: Readonly<Record<CachePoint['ttl'], string>> = { '5m': '5 min', '1h': '1 h' }

const reaches: Readonly<Record<CacheReach, string>> = {
  nothing: 'nothing',
  tools: 'the tools',
  system: 'tools and instructions',
  messages: 'into the messages',
}
