export type Direction = 'highest' | 'lowest'

/** Words that ask for the first or last few. */
export const rankWords: Readonly<Record<string, Direction>> = {
  top: 'highest',
  highest: 'highest',
  largest: 'highest',
  biggest: 'highest',
  greatest: 'highest',
  most: 'highest',
  best: 'highest',
  longest: 'highest',
  heaviest: 'highest',
  peak: 'highest',
  bottom: 'lowest',
  lowest: 'lowest',
  least: 'lowest',
  fewest: 'lowest',
  worst: 'lowest',
  shortest: 'lowest',
  lightest: 'lowest',
  tallest: 'highest',
  hottest: 'highest',
  warmest: 'highest',
  coldest: 'lowest',
  coolest: 'lowest',
  'most expensive': 'highest',
  priciest: 'highest',
  'least expensive': 'lowest',
  cheapest: 'lowest',
  oldest: 'highest',
  youngest: 'lowest',
  fastest: 'highest',
  slowest: 'lowest',
  richest: 'highest',
  poorest: 'lowest',
  windiest: 'highest',
  wettest: 'highest',
  rainiest: 'highest',
  driest: 'lowest',
  deepest: 'highest',
  shallowest: 'lowest',
  'most populous': 'highest',
  'least populous': 'lowest',
  'most powerful': 'highest',
  'least powerful': 'lowest',
}

/** Words that rank values by the number of rows they stand in. */
export const commonWords: Readonly<Record<string, Direction>> = {
  'most common': 'highest',
  'most frequent': 'highest',
  'most popular': 'highest',
  'most often': 'highest',
  'most frequently': 'highest',
  commonest: 'highest',
  mode: 'highest',
  'mode of': 'highest',
  'least common': 'lowest',
  'least frequent': 'lowest',
  'least often': 'lowest',
  'least frequently': 'lowest',
  'least popular': 'lowest',
  rarest: 'lowest',
}

/** Words of a rank that count rows when no figure is named. */
export const countingRanks: ReadonlySet<string> = new Set(['most', 'fewest', 'least'])

/** Drop equals at the cut of a rank. */
export const tieDroppingWords: ReadonlySet<string> = new Set([
  'without ties',
  'no ties',
  'ignoring ties',
  'excluding ties',
])

/** Keep them, which is done anyway. */
export const tieKeepingWords: ReadonlySet<string> = new Set(['with ties', 'including ties', 'keeping ties'])
