import type { Distribution } from '../../shared/tool-results.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { distinctWords, formatCount, formatFigure, formatShare, formatValue, kindOfColumn } from './describe-column.ts'
import type { ProfiledColumn, ProfiledTable } from './describe-column.ts'
import { HistogramBars } from './histogram-bars.tsx'

/** Everything known of a column. */
export function ColumnDetails({ column, table }: { readonly column: ProfiledColumn; readonly table: ProfiledTable }) {
  const { distribution, examples } = column
  const histogram = distribution !== undefined && 'histogram' in distribution ? distribution.histogram : undefined
  return (
    <div className="space-y-3 pt-2 pb-4 text-xs">
      {histogram !== undefined && (
        <div>
          <HistogramBars histogram={histogram} column={column} size="large" />
          <div className="mt-1 flex justify-between gap-3 text-muted tabular-nums">
            <span>{formatValue(histogram.edges[0] ?? null, column)}</span>
            <span className="text-right">{formatValue(histogram.edges.at(-1) ?? null, column)}</span>
          </div>
        </div>
      )}
      {distribution?.kind === 'values' && <CommonValues common={distribution.common} column={column} table={table} />}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {factsOf(column, table).map(([name, fact]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 text-right tabular-nums">
              <RevealedText text={fact} />
            </dd>
          </div>
        ))}
      </dl>
      {examples.length > 0 && (
        <p className="text-muted">
          For example{' '}
          {examples.map((example, at) => (
            <span key={at}>
              {at > 0 && ', '}
              <RevealedText text={formatValue(example, column)} className="text-ink" />
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function CommonValues({
  common,
  column,
  table,
}: {
  readonly common: Extract<Distribution, { kind: 'values' }>['common']
  readonly column: ProfiledColumn
  readonly table: ProfiledTable
}) {
  if (common.length === 0) return null
  const counted = Math.max(1, table.sampledRows ?? table.rows)
  return (
    <ol aria-label={`Most common values of ${column.name}`} className="space-y-1">
      {common.map(({ value, count }) => (
        <li key={String(value)} className="relative flex gap-3 overflow-hidden rounded px-2 py-1">
          <span
            aria-hidden
            className="absolute inset-y-0 left-0 rounded bg-accent/15"
            style={{ width: `${(count / counted) * 100}%` }}
          />
          <span className="relative min-w-0 flex-1">
            <RevealedText text={formatValue(value, column)} />
          </span>
          <span className="relative text-muted tabular-nums">
            {formatCount(count)} <span aria-hidden>·</span> {formatShare(count, counted)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function factsOf(column: ProfiledColumn, table: ProfiledTable): readonly (readonly [name: string, fact: string])[] {
  const { distribution, missing, min, max } = column
  const [first, last] = endsOf[kindOfColumn(column)]
  return [
    ['Type', column.type],
    ...(column.readAs === undefined ? [] : [['Read as', column.readAs] as const]),
    ['Missing', missing === 0 ? 'none' : `${formatCount(missing)} (${formatShare(missing, table.rows)})`],
    ['Values', distinctWords(column, table)],
    ...(distribution?.kind === 'values' && distribution.empty > 0
      ? [['Empty texts', formatCount(distribution.empty)] as const]
      : []),
    ...(min === null ? [] : [[first, formatValue(min, column)] as const]),
    ...(max === null ? [] : [[last, formatValue(max, column)] as const]),
    ...(distribution?.kind === 'figures' ? figureFacts(distribution) : []),
  ]
}

const alphabet = ['First in order', 'Last in order'] as const
const endsOf = {
  number: ['Smallest', 'Largest'],
  date: ['Earliest', 'Latest'],
  time: ['Earliest', 'Latest'],
  text: alphabet,
  'yes or no': alphabet,
  nested: alphabet,
} as const

function figureFacts(figures: Extract<Distribution, { kind: 'figures' }>): readonly (readonly [string, string])[] {
  const { mean, median, standardDeviation, lowerQuartile, upperQuartile, leftOut } = figures
  return [
    ['Mean', formatFigure(mean)],
    ['Median', formatFigure(median)],
    ['Middle half', `${formatFigure(lowerQuartile)} to ${formatFigure(upperQuartile)}`],
    ...(standardDeviation === null ? [] : [['Standard deviation', formatFigure(standardDeviation)] as const]),
    ...(leftOut === undefined ? [] : [['Not a finite number', formatCount(leftOut)] as const]),
  ]
}
