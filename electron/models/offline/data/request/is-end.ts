import type { Aggregate } from '../../grammar/aggregates.ts'

/** Whether it is the least or the greatest, which a single row holds. */
export function isEnd(aggregate: Aggregate | null | undefined): boolean {
  return aggregate === 'min' || aggregate === 'max'
}
