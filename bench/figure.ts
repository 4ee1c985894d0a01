import type { Spread } from './median.ts'

/** One line of the report. Without a goal it is there to explain the others. */
export type Figure = {
  readonly name: string
  readonly unit: 'µs' | 'ms' | '×' | 'MB' | '%' | 'reports'
  readonly spread: Spread
  /** Met when the median is not above it. */
  readonly goalAtMost?: number
  /** Met when the median is not below it. */
  readonly goalAtLeast?: number
}

/** What the person asks for on the command line. */
export type BenchOptions = {
  /** Size of the file that `data` reads. */
  readonly megabytes?: number | undefined
}

/** `counted` says in words what the figures contain and what they leave out. */
export type Bench = {
  readonly title: string
  readonly counted: string
  run(options: BenchOptions): Promise<readonly Figure[]>
}

/** Undefined for a figure without a goal. */
export function isGoalMet({ spread, goalAtMost, goalAtLeast }: Figure): boolean | undefined {
  if (goalAtMost === undefined && goalAtLeast === undefined) return undefined
  return spread.median <= (goalAtMost ?? Infinity) && spread.median >= (goalAtLeast ?? -Infinity)
}
