import type { Histogram } from '../../shared/tool-results.ts'
import { classNames } from '../ui/class-names.ts'
import { formatCount, formatValue, type ProfiledColumn } from './describe-column.ts'

/** How many values lie where. Small, it is a picture beside words; large, each bar says its range. */
export function HistogramBars({
  histogram,
  column,
  size,
}: {
  readonly histogram: Histogram
  readonly column: ProfiledColumn
  readonly size: 'small' | 'large'
}) {
  const { counts, edges } = histogram
  const most = Math.max(1, ...counts)
  const isLarge = size === 'large'
  return (
    <div
      {...(isLarge ? { role: 'img', 'aria-label': histogramWords(histogram, column) } : { 'aria-hidden': true })}
      className={classNames('flex items-end gap-px', isLarge ? 'h-24 border-b border-line-strong' : 'h-7')}
    >
      {counts.map((count, bin) => (
        <div
          key={bin}
          title={isLarge ? `${rangeWords(edges, bin, column)}: ${formatCount(count)}` : undefined}
          className="flex h-full min-w-0 flex-1 items-end hover:bg-hover"
        >
          <div
            // A bar that is there must be seen.
            style={{ height: count === 0 ? 0 : `max(2px, ${(count / most) * 100}%)` }}
            className="w-full rounded-t-[1px] bg-accent/75"
          />
        </div>
      ))}
    </div>
  )
}

/** For those who do not see it: where it begins and ends, and where most of it lies. */
function histogramWords({ counts, edges }: Histogram, column: ProfiledColumn): string {
  const fullest = counts.indexOf(Math.max(...counts))
  const ends = `from ${formatValue(edges[0] ?? null, column)} to ${formatValue(edges.at(-1) ?? null, column)}`
  return `Histogram of ${column.name} ${ends}; most, ${formatCount(counts[fullest] ?? 0)}, at ${rangeWords(edges, fullest, column)}`
}

function rangeWords(edges: Histogram['edges'], bin: number, column: ProfiledColumn): string {
  const [from, to] = [edges[bin] ?? null, edges[bin + 1] ?? null].map((edge) => formatValue(edge, column))
  return from === to ? `${to}` : `${from} to ${to}`
}
