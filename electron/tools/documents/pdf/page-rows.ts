import type { Piece } from './lay-out-page.ts'

/** Pieces of text on one base line, from left to right. */
export type Row = {
  /** Points from the bottom of the page to the base of its first line. */
  readonly top: number
  /** And to that of its last line, which differs when a cell of it goes on below. */
  readonly bottom: number
  /** The size of its letters in points. */
  readonly size: number
  readonly pieces: readonly Piece[]
  /** Stands like the next line of a cell above it, but it is not clear of which. */
  readonly isUnclear: boolean
}

/** The rows of a page from top to bottom, in whatever order its pieces are written. */
export function pageRows(pieces: readonly Piece[]): Row[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1)
    if (row !== undefined && row.y - piece.y < Math.min(row.size, piece.size) * 0.4) row.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return rows.map(({ y, size, pieces: cells }) => ({
    top: y,
    bottom: y,
    size,
    pieces: cells.toSorted((a, b) => a.left - b.left),
    isUnclear: false,
  }))
}
