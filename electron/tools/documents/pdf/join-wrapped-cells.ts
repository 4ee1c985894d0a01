import type { Piece } from './lay-out-page.ts'
import type { Row } from './page-rows.ts'
import { isFigure } from '../tables/is-figure.ts'

/** Lines of one paragraph are at most so far apart, in sizes of their letters. */
const widestLeading = 1.45
/** What follows a wrapped cell is further below it than its own lines are apart. */
const paddingFactor = 1.15
/** Cells whose edges differ by less, in sizes of their letters, are aligned. */
const alignment = 0.5

/**
 * Rows in which a wrapped cell is one cell again. A line continues the cell above it when all of this holds, so that
 * no title and no note becomes part of a cell: it is as close as the next line of a paragraph, and what follows is
 * further away; it is aligned with that cell and with no other; it is no figure; and its first word would not have
 * fitted into the column above.
 */
export function joinWrappedCells(rows: readonly Row[]): Row[] {
  const blocks = blocksOf(rows)
  return blocks.flatMap((block, index) =>
    isApart(block, blocks[index - 1], blocks[index + 1]) ? joinLines(block, rows) : [block.main, ...block.lines],
  )
}

/** A row of cells, and the lines close below it that have fewer pieces than it. */
type Block = { readonly main: Row; readonly lines: Row[] }

function blocksOf(rows: readonly Row[]): Block[] {
  const blocks: Block[] = []
  for (const row of rows) {
    const open = blocks.at(-1)
    if (open !== undefined && isNextLine(open, row)) open.lines.push(row)
    else blocks.push({ main: row, lines: [] })
  }
  return blocks
}

function isNextLine({ main, lines }: Block, row: Row): boolean {
  const above = lines.at(-1) ?? main
  const isTight = above.bottom - row.top <= Math.min(above.size, row.size) * widestLeading
  return isTight && main.pieces.length > 1 && row.pieces.length < main.pieces.length
}

/** The rows above and below are further away than the lines of the block from each other. */
function isApart(block: Block, before: Block | undefined, after: Block | undefined): boolean {
  const ys = [block.main, ...block.lines].map(({ top }) => top)
  const step = Math.max(...ys.slice(1).map((y, index) => (ys[index] ?? y) - y))
  const around = [
    ...(before === undefined ? [] : [lastOf(before).bottom - block.main.top]),
    ...(after === undefined ? [] : [lastOf(block).bottom - after.main.top]),
  ]
  return around.every((distance) => distance >= step * paddingFactor)
}

function lastOf({ main, lines }: Block): Row {
  return lines.at(-1) ?? main
}

function joinLines({ main, lines }: Block, rows: readonly Row[]): Row[] {
  const joined: Row[] = [main]
  for (const line of lines) {
    const above = joined.at(-1) ?? main
    const cells = cellsAbove(above, line, rows)
    if (cells === null) joined.push({ ...line, isUnclear: true })
    else joined[joined.length - 1] = continued(above, line, cells)
  }
  return joined
}

/** For each piece the cell it continues; null unless all of them do. */
function cellsAbove(above: Row, row: Row, rows: readonly Row[]): Piece[] | null {
  const cells = row.pieces.map((piece) => {
    const [cell, ...others] = above.pieces.filter((each) => each.left < piece.right && piece.left < each.right)
    const isOne = cell !== undefined && others.length === 0 && !isFigure(piece.text)
    return isOne && isAligned(cell, piece) && isFull(cell, piece, rows) ? cell : null
  })
  return cells.some((cell) => cell === null) ? null : cells.filter((cell) => cell !== null)
}

function isAligned(cell: Piece, piece: Piece): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= piece.size * alignment
  return near(cell.left, piece.left) || near(cell.right, piece.right)
}

/** The first word below would have reached beyond the widest line of the column, which is why it stands below. */
function isFull(cell: Piece, piece: Piece, rows: readonly Row[]): boolean {
  const column = rows.flatMap(({ pieces }) => pieces.filter((each) => isAligned(cell, each)))
  const above = column.filter(({ y }) => y > piece.y).at(-1) ?? cell
  const [word = ''] = piece.text.split(/\s/)
  const letter = widthOf(piece) / Math.max(1, piece.text.length)
  return widthOf(above) + letter * (word.length + 1) > Math.max(...column.map(widthOf))
}

function widthOf({ left, right }: Piece): number {
  return right - left
}

function continued(above: Row, row: Row, cells: readonly Piece[]): Row {
  const pieces = above.pieces.map((cell) => {
    const next = row.pieces[cells.indexOf(cell)]
    if (next === undefined) return cell
    const gap = cell.text.endsWith('-') ? '' : ' '
    const sides = { left: Math.min(cell.left, next.left), right: Math.max(cell.right, next.right) }
    return { ...cell, ...sides, text: `${cell.text}${gap}${next.text}` }
  })
  return { ...above, bottom: row.bottom, pieces }
}
