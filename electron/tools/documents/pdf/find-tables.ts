import { joinWrappedCells } from './join-wrapped-cells.ts'
import { median, type Line, type Piece } from './lay-out-page.ts'
import { pageRows, type Row } from './page-rows.ts'
import { isFigure } from '../tables/is-figure.ts'

/** Rows of cells as they stand on a page; an empty cell is empty text. */
export type Grid = readonly (readonly string[])[]

const minRows = 3
/** Two columns of running text also line up; cells of a table are short. */
const usualCellCharacters = 30
/** Rows further apart than this, in sizes of their letters, are not of one table. */
const widestStep = 3.2

/**
 * The tables of a page, from where its text stands: at least three rows one below the other whose pieces keep to the
 * same columns. Conservative: what is not clearly a table is none, since a wrong cell would give a wrong figure.
 */
export function findTables(lines: readonly Line[]): Grid[] {
  const rows = joinWrappedCells(pageRows(lines.flatMap(({ pieces }) => pieces)))
  const runs = splitRuns(rows)
  return runs.flatMap((run) => {
    const grid = run.isBroken ? null : toGrid(run.rows)
    return grid === null || !isClearlyTable(grid) ? [] : [grid]
  })
}

type Run = { readonly rows: Row[]; isBroken: boolean }

/**
 * Rows of several pieces one below the other. A single piece between two such rows, or close below the last, is a
 * title inside the table or a part of a cell that could not be joined: what it belongs to is not clear, and so neither
 * is the whole table.
 */
function splitRuns(rows: readonly Row[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  let between = 0
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1]
    if (above === undefined || above.bottom - row.top > Math.max(above.size, row.size) * widestStep) open = null
    if (open !== null && row.isUnclear) open.isBroken = true
    if (row.pieces.length < 2) {
      if (open !== null && between === 0 && isCloseBelow(open, row)) open.isBroken = true
      between++
      continue
    }
    if (open === null || between > 1) {
      open = { rows: [], isBroken: false }
      runs.push(open)
    } else if (between === 1) open.isBroken = true
    between = 0
    open.rows.push(row)
  }
  return runs
}

function isCloseBelow({ rows }: Run, row: Row): boolean {
  const [before, last] = rows.slice(-2)
  return before !== undefined && last !== undefined && last.bottom - row.top < (before.bottom - last.top) * 0.9
}

/** Cells by column, where columns are what stays apart in every row; null when a row has two pieces in one. */
function toGrid(rows: readonly Row[]): Grid | null {
  const columns = columnsOf(rows.flatMap(({ pieces }) => pieces))
  if (rows.length < minRows || columns.length < 2) return null
  const grid = rows.map(({ pieces }) =>
    columns.map(({ left, right }) => pieces.filter((piece) => piece.left >= left && piece.right <= right)),
  )
  if (grid.some((row) => row.some((cell) => cell.length > 1))) return null
  return grid.map((row) => row.map(([piece]) => piece?.text ?? ''))
}

function columnsOf(pieces: readonly Piece[]): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

function isClearlyTable(grid: Grid): boolean {
  const width = grid[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => grid.map((row) => row[index] ?? ''))
  const filled = grid.flat().filter((cell) => cell !== '')
  const isFull = filled.length >= grid.length * width * 0.7
  const isShort = columns.every((column) => median(column.map((cell) => cell.length)) <= usualCellCharacters)
  const hasFigures = columns.some((column) => column.slice(1).filter(isFigure).length * 3 >= (column.length - 1) * 2)
  const hasWords = width > 2 && columns.every((column) => median(column.map((cell) => cell.split(/\s+/).length)) <= 3)
  return isFull && isShort && (hasFigures || hasWords) && !isList(columns) && !isContents(filled) && !isCode(filled)
}

/** Marks or numbers before items, or labels before values: written in columns, but no table of rows. */
function isList([first = []]: readonly (readonly string[])[]): boolean {
  const share = (pattern: RegExp) => first.filter((cell) => pattern.test(cell)).length / Math.max(1, first.length)
  return share(/^([•▪◦‣●○■□*o–—-]|\(?([0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])$/) > 0.6 || share(/:$/) > 0.5
}

/** Dots that lead to a page number. */
function isContents(cells: readonly string[]): boolean {
  return cells.filter((cell) => /(\.\s?){4,}|…{2,}/.test(cell)).length * 4 > cells.length
}

function isCode(cells: readonly string[]): boolean {
  return cells.filter((cell) => /[,;{}=|\\]$/.test(cell)).length * 5 > cells.length
}
