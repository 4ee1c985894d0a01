import type { CachePoint } from '../../../shared/prompt-cache.ts'
import type { StandingPoint } from './predict-cache.ts'
import type { PromptPosition, PromptPositions } from './prompt-positions.ts'

/** Planned points with their places in this prompt, in its order. */
export function standingPoints(points: readonly CachePoint[], positions: PromptPositions): readonly StandingPoint[] {
  return points.flatMap((point) => {
    const position = positionOf(point, positions)
    return position === null ? [] : [{ position, ttl: point.ttl }]
  })
}

function positionOf(point: CachePoint, positions: PromptPositions): PromptPosition | null {
  switch (point.at) {
    case 'tools':
      return positions.tools
    case 'system':
      return positions.system
    case 'message':
      return positions.message(point.index)
  }
}
