import type { ToolProgress } from '../../../shared/run-events.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import type { ToolContext } from '../tool.ts'
import type { ChartInput } from './chart-input.ts'
import { resolveDataFiles } from './resolve-data-files.ts'
import { summaryPlan } from './summary-plan.ts'
import { withProgress } from './with-progress.ts'

const maxPoints = 5000

/** What a picture of each kind is made of, where it is not points. */
const pointNames: Readonly<Partial<Record<ChartInput['kind'], string>>> = { histogram: 'bins', box: 'boxes' }

export type MadeChart = {
  readonly display: Extract<ToolDisplay, { kind: 'chart' }>
  readonly image: Uint8Array | null
  /** Told to the model, which does not see the picture. */
  readonly summary: { readonly title: string; readonly points: number; readonly alt: string; readonly note?: string }
  readonly isForeign: boolean
}

/** Queries the points of a chart and draws it, as a picture too when a format is given. */
export async function* makeChart(
  input: ChartInput,
  context: ToolContext,
  format: 'svg' | 'png' | null,
): AsyncGenerator<ToolProgress, MadeChart, void> {
  const { title, kind, x, y, series } = input
  const { files, isForeign } = await resolveDataFiles(input.sql, context)
  const { signal } = context
  const query = (sql: string) =>
    withProgress((onProgress) => context.data.query(sql, { files, maxRows: maxPoints, signal, onProgress }))
  const plan = summaryPlan(input)
  const bounds = plan.bounds === null ? null : yield* query(plan.bounds)
  const result = yield* query(plan.points(bounds?.rows[0] ?? []))
  const { columns, rows, rowCount } = result
  const { vegaSpec, image } = await context.data.drawChart(
    { title, kind, columns, rows, x, y, series },
    { format, signal },
  )
  const note =
    rowCount > rows.length
      ? `Only the first ${rows.length} of ${rowCount} points are drawn. Group them in SQL to draw all.`
      : undefined
  const alt = [
    `${title}: ${kind} chart of ${y ?? 'count'} by ${x}, ${rows.length} ${pointNames[kind] ?? 'points'}.`,
    note,
  ]
    .filter(Boolean)
    .join(' ')
  return {
    display: { kind: 'chart', title, vegaSpec, alt },
    image,
    summary: { title, points: rows.length, alt, ...(note === undefined ? {} : { note }) },
    isForeign,
  }
}
