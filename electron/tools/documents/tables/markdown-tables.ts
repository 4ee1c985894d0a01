import type { DocumentPart, DocumentTable } from '../opened-document.ts'
import { toDocumentTable } from './to-document-table.ts'

/** Tables of Markdown: rows between bars under a line of dashes. Numbered through the document. */
export function markdownTables(parts: readonly DocumentPart[]): DocumentTable[] {
  const tables: DocumentTable[] = []
  const lines = parts.flatMap(({ where, text }) => text.split('\n').map((line) => ({ where, line })))
  for (let index = 1; index < lines.length; index++) {
    const header = lines[index - 1]
    const isTable = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[index]?.line ?? '')
    if (header === undefined || !isTable || !header.line.includes('|')) continue
    let end = index + 1
    while (lines[end]?.line.includes('|')) end++
    const body = lines.slice(index + 1, end)
    const cells = [header, ...body].map(({ line }) => cellsOf(line))
    const name = `Table ${tables.length + 1}`
    const table = toDocumentTable({ name, where: header.where, cells, headerRows: 1 })
    if (table !== null) tables.push(table)
  }
  return tables
}

function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'))
}
