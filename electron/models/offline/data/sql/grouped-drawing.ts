import type { ChartKind } from '../../../../../shared/chart-kinds.ts'
import type { Drawing, Query } from './query.ts'
import type { Request } from '../request/request.ts'
import { additivity } from '../columns/table-columns.ts'

/** How figures by one or two groups are drawn: over time as lines, else as bars, unless the question says otherwise. */
export function groupedDrawing(query: Query, request: Request): Drawing | { readonly sentence: string } {
  const [first, second, ...others] = query.groups
  const [figure] = query.figures
  if (first === undefined || figure === undefined)
    return { sentence: 'A chart needs figures split by something, for example “chart amount by region”.' }
  const isShare = request.analysis.kind !== 'plain'
  if (others.length > 0 || (query.figures.length > 1 && !isShare))
    return { sentence: 'I can draw one figure, split by one or two columns. Ask for fewer at once.' }
  const kind = kindOf(query, request)
  if (kind === 'heat-map' && second === undefined)
    return { sentence: 'A heat map needs two columns to split by, for example “by region and month”.' }
  if (kind === 'pie' && request.groups.some(({ column, unit }) => unit === null && column.distinct > maxSlices))
    return { sentence: `A pie of more than ${maxSlices} slices cannot be read. Ask for a bar chart.` }
  if (kind === 'pie' && second !== undefined)
    return { sentence: 'A pie shows one split. Ask for one column, or for stacked bars.' }
  if (kind === 'scatter' || kind === 'box')
    return {
      sentence: `A ${kind} plot shows single values. Ask for it without a total or an average, for example “box plot of amount by region”.`,
    }
  return { kind, x: first, y: figure.label, series: second ?? null }
}

/** As many as there are colours. */
const maxSlices = 8

/** Stacked bars show sums only: averages on top of each other mean nothing. */
function kindOf(query: Query, { chart, figures, groups }: Request): ChartKind {
  const asked = chart?.kind ?? null
  const isTwofold = query.groups.length > 1
  if (asked === 'histogram') return 'bar'
  if (asked !== null && !(asked === 'bar' && isTwofold)) return asked
  if (asked === null && query.isByTime && groups[0]?.unit !== 'weekday') return 'line'
  if (!isTwofold) return 'bar'
  const [figure] = figures
  const isWhole = figure?.aggregate === 'sum' || figure?.aggregate === 'value'
  const addsUp = figure === undefined || (isWhole && additivity(figure.column) !== 'no')
  return addsUp ? 'stacked-bar' : 'grouped-bar'
}
