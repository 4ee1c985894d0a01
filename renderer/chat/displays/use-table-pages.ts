import { useCallback, useEffect, useRef, useState } from 'react'
import { toWireError, type WireError } from '../../../shared/errors.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import { loadTableRows } from '../../state/tables.ts'
import { firstPages, missingPages, nextSort, pageSize, withPage, type TablePages } from './table-pages.ts'

type TableDisplay = Extract<ToolDisplay, { readonly kind: 'table' }>

/** A table whose rows are fetched as they come into view, sorted by the host over all rows and not only those here. */
export function useTablePages(display: TableDisplay): {
  readonly table: TablePages
  readonly error: WireError | null
  readonly show: (first: number, last: number) => void
  readonly sortBy: (column: string) => void
  readonly retry: () => void
} {
  const [table, setTable] = useState(() => firstPages(display.rows, display.rowCount))
  const [error, setError] = useState<WireError | null>(null)
  const onTheWay = useRef(new Set<number>())
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  const show = useCallback(
    (first: number, last: number) => {
      if (error !== null) return
      const { sort } = table
      for (const page of missingPages(table, { first, last, onTheWay: onTheWay.current })) {
        const asked = onTheWay.current
        asked.add(page)
        loadTableRows({
          tableId: display.tableId,
          offset: page * pageSize,
          limit: pageSize,
          ...(sort === null ? {} : { sort }),
        })
          .then(({ rows }) => isShown.current && setTable((current) => withPage(current, { sort, page, rows })))
          .catch((reason: unknown) => isShown.current && setError(toWireError(reason)))
          .finally(() => asked.delete(page))
      }
    },
    [display.tableId, error, table],
  )
  const sortBy = useCallback(
    (column: string) => {
      onTheWay.current = new Set()
      const sort = nextSort(table.sort, column)
      setTable(sort === null ? firstPages(display.rows, display.rowCount) : { sort, pages: {} })
    },
    [display, table.sort],
  )
  return { table, error, show, sortBy, retry: () => setError(null) }
}
