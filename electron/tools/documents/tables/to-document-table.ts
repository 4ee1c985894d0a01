import type { DocumentTable } from '../opened-document.ts'
import { isFigure } from './is-figure.ts'

export type TableGrid = {
  readonly name: string
  readonly where: string
  readonly cells: readonly (readonly string[])[]
  /** How many rows at the top the document itself marks as headers; null when it does not say. */
  readonly headerRows: number | null
  /** Without a header it is not clear that it is a table at all. */
  readonly isHeaderNeeded?: true
}

/**
 * A grid of cells as a table with columns. The first row is taken for the header unless it holds figures as the rows
 * below do; years are headers too. A last row that is called a total is left out and told, since it would count twice.
 * null for a grid without
 * a row of data or with one column.
 */
export function toDocumentTable({ name, where, cells, headerRows, isHeaderNeeded }: TableGrid): DocumentTable | null {
  const width = Math.max(0, ...cells.map((row) => row.length))
  const grid = cells
    .map((row) => Array.from({ length: width }, (_, index) => clean(row[index] ?? '')))
    .filter((row) => row.some((cell) => cell !== ''))
  const headers = headerRows ?? (isHeader(grid) ? 1 : 0)
  const body = grid.slice(headers)
  const total = isTotal(body) ? body.at(-1) : undefined
  const rows = total === undefined ? body : body.slice(0, -1)
  if (width < 2 || rows.length === 0 || (isHeaderNeeded && headers === 0)) return null
  const notes = [
    ...(headers === 0 ? [`${name} has no header row, so its columns are numbered.`] : []),
    ...(total === undefined
      ? []
      : [`The last row of ${name}, “${total.find((cell) => cell !== '')}”, adds up the others and is left out.`]),
  ]
  return { name, where, columns: columnNames(grid.slice(0, headers), width), rows, notes }
}

function clean(cell: string): string {
  return cell.replaceAll(/\s+/g, ' ').trim()
}

function isHeader(grid: readonly (readonly string[])[]): boolean {
  const [first = [], ...body] = grid
  if (body.length === 0 || first.filter((cell) => cell !== '').length * 2 <= first.length) return false
  return first.every((cell, index) => {
    const below = body.map((row) => row[index] ?? '').filter((each) => each !== '')
    const holdsFigures = below.length > 0 && below.filter(isFigure).length * 3 >= below.length * 2
    return !holdsFigures || !isFigure(cell) || (isYear(cell) && !below.every(isYear))
  })
}

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell)
}

/** The words a row of totals begins with. */
const totalWords = /^(grand |sub ?)?(total|totals|sum|in all|overall|gesamt|summe|insgesamt|somme|totale?|suma)\b/i

function isTotal(body: readonly (readonly string[])[]): boolean {
  const last = body.at(-1)
  const label = last?.find((cell) => cell !== '') ?? ''
  return body.length > 2 && totalWords.test(label) && (last?.some(isFigure) ?? false)
}

/** Several header rows become one name: "2024 North". Names are given once, whatever their case. */
function columnNames(headers: readonly (readonly string[])[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const parts = [...new Set(headers.map((row) => row[index] ?? '').filter((cell) => cell !== ''))]
    const wanted = parts.length === 0 ? `column_${index + 1}` : parts.join(' ')
    let name = wanted
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}_${count}`
    taken.add(name.toLowerCase())
    return name
  })
}
