import type { Cell } from '../../../shared/tool-results.ts'

export const pageSize = 200

export type Sort = { readonly column: string; readonly direction: 'ascending' | 'descending' }

/** The rows that are here, by page. What is missing is asked for when it comes into view. */
export type TablePages = {
  readonly sort: Sort | null
  readonly pages: Readonly<Record<number, readonly (readonly Cell[])[]>>
}

/** The first rows came with the result; they count as a page only where they fill it or are all there is. */
export function firstPages(rows: readonly (readonly Cell[])[], rowCount: number): TablePages {
  const isWhole = rows.length >= Math.min(pageSize, rowCount)
  return { sort: null, pages: isWhole ? { 0: rows.slice(0, pageSize) } : {} }
}

/** Pages that rows `first` to `last` need and that are neither here nor on their way. */
export function missingPages(
  table: TablePages,
  range: { readonly first: number; readonly last: number; readonly onTheWay: ReadonlySet<number> },
): readonly number[] {
  const missing: number[] = []
  for (let page = Math.floor(range.first / pageSize); page <= Math.floor(range.last / pageSize); page += 1) {
    if (table.pages[page] === undefined && !range.onTheWay.has(page)) missing.push(page)
  }
  return missing
}

/** An answer that arrives after the order was changed is not of this table any more. */
export function withPage(
  table: TablePages,
  arrived: { readonly sort: Sort | null; readonly page: number; readonly rows: readonly (readonly Cell[])[] },
): TablePages {
  if (arrived.sort?.column !== table.sort?.column || arrived.sort?.direction !== table.sort?.direction) return table
  return { ...table, pages: { ...table.pages, [arrived.page]: arrived.rows } }
}

export function rowAt(table: TablePages, index: number): readonly Cell[] | undefined {
  return table.pages[Math.floor(index / pageSize)]?.[index % pageSize]
}

/** Ascending, descending, then the query's own order again. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' }
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null
}
