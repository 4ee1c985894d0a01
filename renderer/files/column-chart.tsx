import { HistogramBars } from './histogram-bars.tsx'
import type { ProfiledColumn, ProfiledTable } from './describe-column.ts'

/** The shape of a column at a glance. What it shows is said in words beside it and in its details. */
export function ColumnChart({ column, table }: { readonly column: ProfiledColumn; readonly table: ProfiledTable }) {
  const { distribution } = column
  if (distribution === undefined) return null
  if (distribution.kind !== 'values')
    return (
      distribution.histogram !== undefined && (
        <HistogramBars histogram={distribution.histogram} column={column} size="small" />
      )
    )
  const counted = table.sampledRows ?? table.rows
  return (
    <div aria-hidden className="flex h-7 flex-col justify-end gap-1">
      {distribution.common.slice(0, shownBars).map(({ value, count }) => (
        <div key={String(value)} className="h-1.5 rounded-full bg-hover">
          <div
            className="h-full rounded-full bg-accent/75"
            style={{ width: `max(2px, ${(count / Math.max(1, counted)) * 100}%)` }}
          />
        </div>
      ))}
    </div>
  )
}

const shownBars = 3
