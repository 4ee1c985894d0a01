import type { Direction } from './ranks.ts'

/** Words of columns that tell which of two columns an extreme is of: the hottest day by its highest temperature. */
export const extremeWords: Readonly<Record<Direction, readonly string[]>> = {
  highest: ['max', 'maximum', 'high', 'highest'],
  lowest: ['min', 'minimum', 'low', 'lowest'],
}

/** In a column's name they say that it is of one piece, and not of all that a row is about. */
export const pieceWords: ReadonlySet<string> = new Set(['unit', 'per', 'each', 'piece', 'single'])

/** Words of columns of which less is better: the worst field by spoiled kilos has the most of them. */
export const badWords: ReadonlySet<string> = new Set(
  `spoiled wasted waste lost loss late lateness delay delayed absent absence missed missing error fault defect damage
   damaged complaint death killed injured injury fine penalty cancelled cancellation wait waiting debt rejected broken
   downtime emission pollution noise unemployment crime`.split(/\s+/),
)
