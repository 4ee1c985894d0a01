import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, Download } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Cell, TableColumn, ToolDisplay } from '../../../shared/tool-results.ts'
import { showFailure, showToast } from '../../state/toasts.ts'
import { exportTable } from '../../state/tables.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CodeBox } from '../../ui/code-box.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { columnWidths } from './column-widths.ts'
import { formatCell, isNumeric } from '../../../shared/format-cell.ts'
import { rowAt, type Sort } from './table-pages.ts'
import { useTablePages } from './use-table-pages.ts'

type TableDisplayData = Extract<ToolDisplay, { readonly kind: 'table' }>

/** A query's full result: rows come as they are scrolled to, sorting is over all of them, and all can be exported. */
export function TableDisplay({ display }: { readonly display: TableDisplayData }) {
  const { columns, rowCount } = display
  const { table, error, show, sortBy, retry } = useTablePages(display)
  const widths = useMemo(() => columnWidths(columns, display.rows), [columns, display.rows])
  const template = widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' ')
  const scroller = useRef<HTMLDivElement>(null)
  // The React compiler, which this rule guards, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index
  const last = items.at(-1)?.index
  useEffect(() => {
    if (first !== undefined && last !== undefined) show(first, last)
  }, [first, last, show])

  return (
    <div className="space-y-2">
      <div
        ref={scroller}
        role="table"
        aria-label="Result of the query"
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        // A region that scrolls must take the focus, or its end is out of reach without a mouse.
        tabIndex={0}
        className="max-h-88 overflow-auto overscroll-contain rounded-lg border border-line text-[13px]"
      >
        <div className="min-w-max">
          <HeaderRow columns={columns} template={template} sort={table.sort} onSort={sortBy} />
          <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                className="absolute inset-x-0 top-0 grid border-b border-line/60 last:border-b-0 hover:bg-hover/50"
                style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
              >
                <RowCells columns={columns} row={rowAt(table, item.index)} />
              </div>
            ))}
          </div>
        </div>
      </div>
      {rowCount === 0 && <p className="text-sm text-muted">The query found no rows.</p>}
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      <div className="flex items-start justify-between gap-4">
        <Disclosure label="SQL">
          <CodeBox label="SQL of this result" text={display.sql} />
        </Disclosure>
        <div className="flex shrink-0 items-center gap-3 text-xs text-muted tabular-nums">
          {rowCount === 1 ? '1 row' : `${rowCount.toLocaleString('en-US')} rows`}
          <ExportButton display={display} />
        </div>
      </div>
    </div>
  )
}

const rowHeight = 32

function HeaderRow({
  columns,
  template,
  sort,
  onSort,
}: {
  readonly columns: readonly TableColumn[]
  readonly template: string
  readonly sort: Sort | null
  readonly onSort: (column: string) => void
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-sunken">
      <div
        role="row"
        className="grid border-b border-line"
        style={{ gridTemplateColumns: template, height: rowHeight }}
      >
        {columns.map((column) => {
          const direction = sort?.column === column.name ? sort.direction : undefined
          return (
            <div key={column.name} role="columnheader" aria-sort={direction ?? 'none'} className="min-w-0">
              <button
                type="button"
                title={`${column.name} (${column.type})`}
                onClick={() => onSort(column.name)}
                className={classNames(
                  'flex size-full items-center gap-1 px-3 text-xs font-medium text-muted hover:text-ink focus-visible:-outline-offset-2',
                  isNumeric(column) && 'flex-row-reverse',
                )}
              >
                <span className="truncate">{column.name}</span>
                {direction === 'ascending' && <ArrowUp aria-hidden className="size-3 shrink-0 text-accent" />}
                {direction === 'descending' && <ArrowDown aria-hidden className="size-3 shrink-0 text-accent" />}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function RowCells({
  columns,
  row,
}: {
  readonly columns: readonly TableColumn[]
  readonly row: readonly Cell[] | undefined
}) {
  return columns.map((column, at) => {
    const formatted = row === undefined ? undefined : formatCell(row[at] ?? null, column)
    return (
      <div
        key={column.name}
        role="cell"
        aria-colindex={at + 1}
        title={formatted?.text}
        className={classNames(
          'truncate px-3 leading-8 [unicode-bidi:isolate]',
          isNumeric(column) && 'text-right tabular-nums',
          formatted?.kind === 'missing' && 'text-muted italic',
        )}
      >
        {formatted?.text ?? <span className="inline-block h-2.5 w-2/3 animate-pulse rounded bg-hover" />}
      </div>
    )
  })
}

async function saveAsCsv(display: TableDisplayData): Promise<void> {
  const saved = await exportTable(display.tableId)
  if (saved.kind === 'saved') showToast({ tone: 'neutral', text: `Saved as ${saved.path}` })
  if (saved.kind === 'download') window.location.assign(saved.url)
}

function ExportButton({ display }: { readonly display: TableDisplayData }) {
  const [isBusy, setBusy] = useState(false)
  const save = () => {
    setBusy(true)
    saveAsCsv(display)
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <Button size="small" isBusy={isBusy} onClick={save}>
      {!isBusy && <Download aria-hidden />} Export CSV
    </Button>
  )
}
