import type { CacheLifetime } from '../../../shared/inference.ts'
import type { PromptPosition, PromptPositions } from './prompt-positions.ts'

/** A cache point that the service will take, with the place it stands at. */
export type StandingPoint = { readonly position: PromptPosition; readonly ttl: CacheLifetime }

export type CachePrediction = {
  /** The end of the prefix that will be read; null when none will. */
  readonly read: PromptPosition | null
  /** Points that will get an entry, in the order of the prompt. */
  readonly written: readonly StandingPoint[]
}

/** How many blocks before a point the service looks for an entry (docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html). */
export const lookBackBlocks = 20

/**
 * What the service will do with a request's cache points, by its documented rules: the longest prefix that it still
 * holds at a point, or up to 20 blocks before one, is read; every point after that is written.
 *
 * @param points In the order of the prompt.
 * @param isHeld Whether the service should have an entry under a key.
 */
export function predictCache(
  points: readonly StandingPoint[],
  positions: PromptPositions,
  isHeld: (key: string) => boolean,
): CachePrediction {
  let read: PromptPosition | null = null
  for (const { position } of points) {
    const found = isHeld(position.key) ? position : findBefore(position, positions, isHeld)
    if (found !== null && found.blocks > (read?.blocks ?? 0)) read = found
  }
  const end = read?.blocks ?? 0
  return { read, written: points.filter(({ position }) => position.blocks > end) }
}

function findBefore(
  position: PromptPosition,
  positions: PromptPositions,
  isHeld: (key: string) => boolean,
): PromptPosition | null {
  for (const earlier of positions.before(position, lookBackBlocks)) if (isHeld(earlier.key)) return earlier
  return null
}
