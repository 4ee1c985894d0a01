export type Direction = 'highest' | 'lowest'

export function opposite(direction: Direction): Direction {
  return direction === 'highest' ? 'lowest' : 'highest'
}

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
  calmest: 'lowest',
  wettest: 'highest',
  rainiest: 'highest',
  driest: 'lowest',
  deepest: 'highest',
  shallowest: 'lowest',
  'most populous': 'highest',
  'least populous': 'lowest',
  thickest: 'highest',
  thinnest: 'lowest',
  widest: 'highest',
  narrowest: 'lowest',
  strongest: 'highest',
  weakest: 'lowest',
  loudest: 'highest',
  quietest: 'lowest',
  thirstiest: 'highest',
  steepest: 'highest',
  snowiest: 'highest',
  sunniest: 'highest',
  busiest: 'highest',
  deadliest: 'highest',
  newest: 'lowest',
  nearest: 'lowest',
  closest: 'lowest',
  furthest: 'highest',
  farthest: 'highest',
  'furthest away': 'highest',
  'farthest away': 'highest',
  'furthest north': 'highest',
  'farthest north': 'highest',
  northernmost: 'highest',
  'furthest south': 'lowest',
  'farthest south': 'lowest',
  southernmost: 'lowest',
  'furthest east': 'highest',
  'farthest east': 'highest',
  easternmost: 'highest',
  'furthest west': 'lowest',
  'farthest west': 'lowest',
  westernmost: 'lowest',
  costliest: 'highest',
  dearest: 'highest',
  'most costly': 'highest',
  'most profitable': 'highest',
  'least profitable': 'lowest',
  'best rated': 'highest',
  'best-rated': 'highest',
  'highest rated': 'highest',
  'highest-rated': 'highest',
  'top rated': 'highest',
  'top-rated': 'highest',
  'worst rated': 'lowest',
  'worst-rated': 'lowest',
  'lowest rated': 'lowest',
  'lowest-rated': 'lowest',
  'most viewed': 'highest',
  'most watched': 'highest',
  'least viewed': 'lowest',
  'best selling': 'highest',
  'best-selling': 'highest',
  bestselling: 'highest',
  'best paid': 'highest',
  'highest paid': 'highest',
  'lowest paid': 'lowest',
  'worst paid': 'lowest',
  'most powerful': 'highest',
  'least powerful': 'lowest',
}

/** Words that rank values by the number of rows they stand in. */
export const commonWords: Readonly<Record<string, Direction>> = {
  'most common': 'highest',
  'most frequent': 'highest',
  'most popular': 'highest',
  'most often': 'highest',
  'most played': 'highest',
  'most visited': 'highest',
  'most booked': 'highest',
  'most borrowed': 'highest',
  'most used': 'highest',
  'most streamed': 'highest',
  'most chosen': 'highest',
  'most mentioned': 'highest',
  'least used': 'lowest',
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
export const countingRanks: ReadonlySet<string> = new Set([
  'most',
  'fewest',
  'least',
  'busiest',
  'quietest',
  'deadliest',
])

/** Of a figure they ask for how much there is of it in all. */
export const amountRanks: ReadonlySet<string> = new Set(['most', 'least', 'fewest'])

/** Of these, the ones that speak of nothing else than how much happens. */
export const activityRanks: ReadonlySet<string> = new Set(['busiest', 'quietest'])

/** Verbs that say only that a row came to be, right before "the most": "which airport got hit the most". */
export const occurrenceVerbs: ReadonlySet<string> = new Set(
  `hit visit visited happen happened occur occurred appear appeared order ordered borrow borrowed book booked use used see
   saw seen choose chosen call called treat treated mention mentioned report reported repair repaired deliver delivered
   play played come came go went gone travel travelled eat ate attend attended complain complained rent rented hire hired`.split(
    /\s+/,
  ),
)

/** Drop equals at the cut of a rank. */
export const tieDroppingWords: ReadonlySet<string> = new Set([
  'without ties',
  'no ties',
  'ignoring ties',
  'excluding ties',
])

/** Keep them, which is done anyway. */
export const tieKeepingWords: ReadonlySet<string> = new Set([
  'with ties',
  'including ties',
  'keeping ties',
  'ties included',
  'ties kept',
])
