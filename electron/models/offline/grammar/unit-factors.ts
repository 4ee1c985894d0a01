/**
 * Units that measure the same thing, each with how many of the smallest it is: 1 lb is 453.59237 g by definition
 * (international yard and pound agreement, 1959). Named as in `units`.
 */
export const unitFactors: readonly Readonly<Record<string, number>>[] = [
  { g: 1, kg: 1000, ton: 1_000_000, lb: 453.59237 },
  { mm: 1, cm: 10, inch: 25.4, foot: 304.8, meter: 1000, km: 1_000_000, mile: 1_609_344 },
  { sec: 1, min: 60, hour: 3600 },
]

/** Words of columns that tell which of `unitFactors` a column without a unit is measured in. */
export const lengthWords: ReadonlySet<string> = new Set(
  'height length width depth distance elevation altitude diameter circumference'.split(' '),
)
