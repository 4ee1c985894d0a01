import { dataFormat } from './data-format.ts'

/**
 * `book.xlsx#Sheet1` is a sheet of a workbook, `shop.sqlite#orders` a table of a database. Any other `#` belongs to
 * the file's name.
 */
export function splitPart(name: string): { readonly path: string; readonly part: string | null } {
  for (let at = name.indexOf('#'); at > 0; at = name.indexOf('#', at + 1)) {
    const path = name.slice(0, at)
    const format = dataFormat(path)?.format
    if (format === 'workbook' || format === 'sqlite') return { path, part: name.slice(at + 1) }
  }
  return { path: name, part: null }
}
