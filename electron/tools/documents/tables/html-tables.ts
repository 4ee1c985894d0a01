import { parseHTML } from 'linkedom'
import type { DocumentTable } from '../opened-document.ts'
import { toDocumentTable } from './to-document-table.ts'

/** What is needed of the library's elements, whose own type is the browser's. */
type HtmlElement = {
  readonly tagName: string
  readonly textContent: string | null
  readonly children: Iterable<HtmlElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

/** A cell may say that it covers millions. */
const maxSpan = 1000
const maxCells = 200_000

/**
 * Tables of HTML, numbered through it. One that holds another is there for the layout and counts as none. A cell over
 * several rows stands in each of them; over several columns, in the first.
 */
export function htmlTables(html: string, where: string): DocumentTable[] {
  const tables: DocumentTable[] = []
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  for (const table of document.querySelectorAll('table') as Iterable<HtmlElement>) {
    if (table.querySelector('table') !== null) continue
    const rows = [...table.querySelectorAll('tr')]
    const name = `Table ${tables.length + 1}`
    const found = toDocumentTable({ name, where, cells: cellsOf(rows), headerRows: headerRowsOf(rows) })
    if (found !== null) tables.push(found)
  }
  return tables
}

function cellsOf(rows: readonly HtmlElement[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  let written = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.children) {
      if (!/^t[dh]$/i.test(cell.tagName)) continue
      while (grid[y]?.[x] !== undefined) x++
      const down = Math.min(span(cell, 'rowspan'), rows.length - y)
      const across = span(cell, 'colspan')
      written += down * across
      if (written > maxCells) return grid
      for (let step = 0; step < down * across; step++) {
        const line = grid[y + Math.floor(step / across)]
        if (line !== undefined) line[x + (step % across)] = step % across === 0 ? (cell.textContent ?? '') : ''
      }
      x += across
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function span(cell: HtmlElement, name: string): number {
  return Math.min(maxSpan, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))
}

/** Rows at the top of header cells only; null when there are none, which says nothing. */
function headerRowsOf(rows: readonly HtmlElement[]): number | null {
  const isHeader = (row: HtmlElement) => {
    const cells = [...row.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName))
    return cells.length > 0 && cells.every(({ tagName }) => /^th$/i.test(tagName))
  }
  const first = rows.findIndex((row) => !isHeader(row))
  return first > 0 ? first : null
}
