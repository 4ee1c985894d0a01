import { Braces, CalendarDays, ChevronDown, Clock, Hash, ToggleLeft, Type } from 'lucide-react'
import { useId, type KeyboardEvent, type Ref } from 'react'
import { classNames } from '../ui/class-names.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { ColumnChart } from './column-chart.tsx'
import { ColumnDetails } from './column-details.tsx'
import { columnRange, columnSummary, kindOfColumn } from './describe-column.ts'
import type { ProfiledColumn, ProfiledTable } from './describe-column.ts'

/** A column: its name, one line about it and its shape; opened, everything known of it. */
export function ColumnRow({
  column,
  table,
  isOpen,
  isReachable,
  onToggle,
  onFocus,
  onKeyDown,
  buttonRef,
}: {
  readonly column: ProfiledColumn
  readonly table: ProfiledTable
  readonly isOpen: boolean
  /** One row of the list takes the focus by Tab; the arrow keys go on from there. */
  readonly isReachable: boolean
  readonly onToggle: () => void
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly buttonRef: Ref<HTMLButtonElement>
}) {
  const detailsId = useId()
  const Icon = icons[kindOfColumn(column)]
  const range = columnRange(column)
  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        tabIndex={isReachable ? 0 : -1}
        onClick={onToggle}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        className="flex w-full items-center gap-3 rounded-md px-2 py-2.5 text-left hover:bg-hover/60 focus-visible:-outline-offset-2"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-[13px] font-medium" title={column.name}>
            <RevealedText text={column.name} isOneLine />
          </span>
          <span className="block text-xs text-muted tabular-nums wrap-anywhere">{columnSummary(column, table)}</span>
          {range !== null && <span className="block truncate text-xs text-muted tabular-nums">{range}</span>}
        </span>
        <span className="w-24 shrink-0">{!isOpen && <ColumnChart column={column} table={table} />}</span>
        <ChevronDown
          aria-hidden
          className={classNames('size-3.5 shrink-0 text-muted transition-transform', isOpen && 'rotate-180')}
        />
      </button>
      {isOpen && (
        <div id={detailsId} className="pr-2 pl-9">
          <ColumnDetails column={column} table={table} />
        </div>
      )}
    </>
  )
}

const icons = {
  number: Hash,
  date: CalendarDays,
  time: Clock,
  text: Type,
  'yes or no': ToggleLeft,
  nested: Braces,
}
