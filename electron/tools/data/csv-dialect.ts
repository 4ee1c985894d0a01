import { csvRecords } from './csv-records.ts'
import type { CsvDialect } from './csv-records.ts'

const usual = [',', ';', '\t', '|']
/** Marks that are words' own in most files, and part fields only in tables that are even without exception. */
const unusual = ['~', '^', '\u0001', '\u001f', '::', '||', ':', ' ']
const lookedAt = 200
const lookedAtCharacters = 128 * 1024

/**
 * How the fields of a text are parted and quoted, from its beginning. A single column gets a delimiter that does not
 * occur. Excel's own first line `sep=;` decides.
 */
export function csvDialect(text: string): CsvDialect {
  const head = text.slice(0, lookedAtCharacters)
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (declared !== undefined) return { delimiter: declared, quote: '"' }
  let best: CsvDialect | null = null
  let bestScore = 0
  for (const delimiter of [...usual, ...unusual])
    for (const quote of ['"', "'"]) {
      const score = evenness(head, { delimiter, quote })
      if (score <= bestScore) continue
      best = { delimiter, quote }
      bestScore = score
    }
  return best ?? { delimiter: unusedMark(text), quote: '"' }
}

/** How much a text looks like a table when it is read so: 0 for a single column. */
function evenness(head: string, dialect: CsvDialect): number {
  const { delimiter, quote } = dialect
  if (!head.includes(delimiter)) return 0
  if (quote === "'" && !isQuotedBy(head, dialect)) return 0
  const rows: (readonly string[])[] = []
  let improper = 0
  for (const { fields, isProper } of csvRecords(head, dialect)) {
    rows.push(fields)
    if (!isProper) improper += 1
    if (rows.length >= lookedAt) break
  }
  const { width, share } = usualWidth(rows)
  if (width < 2) return 0
  if (!usual.includes(delimiter) && !isClearTable(rows, { width, share, delimiter })) return 0
  // Apostrophes that quote would stay in every value.
  const kind = (usual.includes(delimiter) ? 1 : 0.5) * (quote === "'" ? 1.01 : 1)
  return kind * share * (1 - improper / (rows.length + 1)) * (1 + Math.min(width, 50) / 1000)
}

/** Apostrophes quote when fields begin and end with them, not where they stand inside words. */
function isQuotedBy(head: string, { delimiter, quote }: CsvDialect): boolean {
  const isEdge = (at: number) =>
    at < 0 || at >= head.length || '\r\n'.includes(head[at] ?? '') || head.startsWith(delimiter, at)
  let opened = 0
  let inside = 0
  for (let at = head.indexOf(quote); at >= 0 && opened + inside < 2000; at = head.indexOf(quote, at + 1)) {
    const isOpening = isEdge(at - 1) || head.slice(at - delimiter.length, at) === delimiter
    if (isOpening || isEdge(at + 1)) opened += 1
    else inside += 1
  }
  return opened >= 2 && opened > inside * 2
}

/** The number of fields most rows have, and how many of all rows have it. A table need not begin on the first line. */
function usualWidth(rows: readonly (readonly string[])[]): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [length, count] of counts) {
    // Sentences have a comma by chance, not the same number of them again and again.
    const weight = length > 2 ? count * 2 : count
    if (weight < most || (weight === most && length < width)) continue
    width = length
    most = weight
  }
  return { width, share: rows.length === 0 ? 0 : (counts.get(width) ?? 0) / rows.length }
}

function isClearTable(
  rows: readonly (readonly string[])[],
  { width, share, delimiter }: { readonly width: number; readonly share: number; readonly delimiter: string },
): boolean {
  if (share < 1 || rows.length < 2) return false
  const [header = [], ...body] = rows
  const isNumber = (value: string) => /^[-+]?\d+([.,]\d+)*$/.test(value)
  const isNamed = header.every((name) => name !== '' && !isNumber(name))
  const hasNumbers = body.every((row) => row.some(isNumber))
  if (delimiter === ' ') return width > 2 && isNamed && hasNumbers
  return delimiter === ':' ? isNamed && hasNumbers : isNamed
}

function unusedMark(head: string): string {
  return ['\u001f', '\u0001', '\u0002', '\u0003'].find((mark) => !head.includes(mark)) ?? '\u0004'
}
