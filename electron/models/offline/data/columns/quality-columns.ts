import { extremeWords, pieceWords } from '../../grammar/figure-names.ts'
import type { Quality } from '../../grammar/qualities.ts'
import type { Direction } from '../../grammar/ranks.ts'
import { wordsOfName } from '../../words.ts'
import { matchColumns } from './match-columns.ts'
import { isFigure, isTemporal, type Column } from './table-columns.ts'

/** `isLess`: the more there is of the quality, the less the columns hold: the oldest has the earliest birth. */
export type QualityColumns = { readonly columns: readonly Column[]; readonly isLess: boolean }

/** The columns an adjective may speak of; of two that fit, the one that holds the extreme asked for. */
export function columnsOfQuality(
  { more, less, ofWhole = [] }: Quality,
  columns: readonly Column[],
  direction: Direction | null,
): QualityColumns {
  const found = narrowed(named(more, columns.filter(isFigure)), direction)
  const whole = found.length > 0 && found.every(isOfOnePiece) ? named(ofWhole, columns.filter(isFigure)) : []
  if (whole.length > 0) return { columns: whole, isLess: false }
  if (found.length > 0) return { columns: found, isLess: false }
  const isMeasured = (column: Column) => isFigure(column) || isTemporal(column)
  return { columns: named(less, columns.filter(isMeasured)), isLess: true }
}

/** The price of a piece is not what an order cost. */
export function isOfOnePiece({ name }: Column): boolean {
  return wordsOfName(name).some((word) => pieceWords.has(word))
}

/** Words of the same quality may name several columns; none is the better name. */
function named(words: readonly string[], columns: readonly Column[]): readonly Column[] {
  const matches = words.flatMap((word) => {
    const match = matchColumns(word.split(' '), columns)
    return match === null || match.level === 'synonym' ? [] : [match]
  })
  const exact = matches.filter(({ level }) => level === 'exact')
  return [...new Set((exact.length > 0 ? exact : matches).flatMap((match) => match.columns))]
}

function narrowed(columns: readonly Column[], direction: Direction | null): readonly Column[] {
  if (columns.length < 2 || direction === null) return columns
  const extreme = columns.filter(({ name }) => wordsOfName(name).some((word) => extremeWords[direction].includes(word)))
  if (extreme.length === 1) return extreme
  // The parts of a total are not what is dear.
  const totals = columns.filter(({ name }) => wordsOfName(name).includes('total'))
  return totals.length === 1 ? totals : columns
}
