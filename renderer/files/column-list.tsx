import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import { ColumnRow } from './column-row.tsx'
import type { ProfiledColumn, ProfiledTable } from './describe-column.ts'
import { nextIndex } from './next-index.ts'

/** The columns of a table. Only those in view are drawn, so that thousands scroll as smoothly as ten. */
export function ColumnList({
  table,
  columns,
}: {
  readonly table: ProfiledTable
  /** Those of the table that are looked for. */
  readonly columns: readonly ProfiledColumn[]
}) {
  const [opened, setOpened] = useState<ReadonlySet<ProfiledColumn>>(new Set())
  const [current, setCurrent] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const focusing = useRef<number | null>(null)
  // The React compiler, which this rule guards, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => closedHeight,
    getItemKey: (index) => `${index} ${columns[index]?.name ?? ''}`,
    overscan: 8,
  })
  const reachable = Math.min(current, columns.length - 1)
  const go = (event: KeyboardEvent, from: number) => {
    const next = nextIndex(event.key, { from, count: columns.length })
    if (next === null) return
    event.preventDefault()
    focusing.current = next
    setCurrent(next)
    virtualizer.scrollToIndex(next)
  }
  const reveal = (index: number) => {
    // Once its details are there: what was opened at the lower edge would be out of sight.
    requestAnimationFrame(() =>
      scroller.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
    )
  }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 py-1">
      <div role="list" aria-label="Columns" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const column = columns[index]
          if (column === undefined) return null
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={columns.length}
              className="absolute inset-x-0 top-0 border-b border-line/60"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ColumnRow
                column={column}
                table={table}
                isOpen={opened.has(column)}
                // Scrolled out of sight it is not there to be reached; the first in sight stands in.
                isReachable={
                  index === reachable || virtualizer.getVirtualItems().every((item) => item.index !== reachable)
                }
                onToggle={() => {
                  setOpened(toggled(opened, column))
                  reveal(index)
                }}
                onFocus={() => setCurrent(index)}
                onKeyDown={(event) => go(event, index)}
                buttonRef={(button) => {
                  if (button === null || focusing.current !== index) return
                  focusing.current = null
                  button.focus({ preventScroll: true })
                }}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const closedHeight = 66

function toggled(opened: ReadonlySet<ProfiledColumn>, column: ProfiledColumn): ReadonlySet<ProfiledColumn> {
  const next = new Set(opened)
  if (!next.delete(column)) next.add(column)
  return next
}
