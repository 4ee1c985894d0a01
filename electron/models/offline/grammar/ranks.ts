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
  bottom: 'lowest',
  lowest: 'lowest',
  least: 'lowest',
  fewest: 'lowest',
  worst: 'lowest',
}

export const numberWords: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
}
