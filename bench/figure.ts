import type { Spread } from './median.ts'

/** One line of the report. Without a goal it is there to explain the others. */
export type Figure = {
  readonly name: string
  readonly unit: 'µs' | 'ms' | '×' | 'MB' | '%'
  readonly spread: Spread
  /** Met when the median is not above it. */
  readonly goalAtMost?: number
  /** Met when the median is not below it. */
  readonly goalAtLeast?: number
}

/** `counted` says in words what the figures contain and what they leave out. */
export type Bench = {
  readonly title: string
  readonly counted: string
  run(): Promise<readonly Figure[]>
}

/** Undefined for a figure without a goal. */
export function isGoalMet({ spread, goalAtMost, goalAtLeast }: Figure): boolean | undefined {
  if (goalAtMost === undefined && goalAtLeast === undefined) return undefined
  return spread.median <= (goalAtMost ?? Infinity) && spread.median >= (goalAtLeast ?? -Infinity)
}
