import { dataFormat } from './data-format.ts'

/** Files that may hold several tables. */
const partFormats: ReadonlySet<string> = new Set(['workbook', 'sqlite', 'document', 'json'])

/**
 * `book.xlsx#Sheet1` is a sheet of a workbook, `shop.sqlite#orders` a table of a database, `graph.json#nodes` an array
 * in an object, `report.pdf#page 2 table 1` a table of a document. Any other `#` belongs to the file's name.
 */
export function splitPart(name: string): { readonly path: string; readonly part: string | null } {
  for (let at = name.indexOf('#'); at > 0; at = name.indexOf('#', at + 1)) {
    const path = name.slice(0, at)
    const format = dataFormat(path)?.format
    if (format !== undefined && partFormats.has(format)) return { path, part: name.slice(at + 1) }
  }
  return { path: name, part: null }
}
