/** The middle of some samples and how far they lie apart. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number; readonly samples: number }

/** Throws a RangeError without samples. Of an even number of them the median is the mean of the two in the middle. */
export function medianWithSpread(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  const min = sorted[0]
  const max = sorted.at(-1)
  if (upper === undefined || lower === undefined || min === undefined || max === undefined) {
    throw new RangeError('There is no median of nothing.')
  }
  return { median: (lower + upper) / 2, min, max, samples: sorted.length }
}
