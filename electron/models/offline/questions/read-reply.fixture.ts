import { z } from '../../../../shared/schema.ts'
import { cell, queryResult, type Cell } from '../../../../shared/tool-results.ts'
import type { Exchange, ToolRun } from './open-question-workspace.fixture.ts'

/** Rows that were shown; `rowCount` counts those beyond the shown ones too. */
export type ShownRows = { readonly rows: readonly (readonly Cell[])[]; readonly rowCount: number }

export type ShownChart = ShownRows & { readonly kind: string; readonly sql: string }

/** What the person was shown. */
export type Reply = {
  /** Everything but code and tables, without Markdown's marks. */
  readonly prose: string
  /** The result of the query under the answer; `null` when none stands there. */
  readonly result: ShownRows | null
  readonly charts: readonly ShownChart[]
  /** Something was computed or drawn, so it is no refusal. */
  readonly isComputed: boolean
  /** The query found nothing at all: no rows, or not one value in them. */
  readonly isEmpty: boolean
  /** Each paragraph, and each set of buttons. */
  readonly offered: readonly string[]
}

const chartCall = z.object({ kind: z.string(), sql: z.string() })
const drawnSpec = z.object({
  data: z.array(z.object({ values: z.array(z.record(z.string(), cell.catch(null))).optional() })),
})

export function readReply({ markdown, runs }: Exchange): Reply {
  const done = runs.filter(({ status }) => status === 'success')
  const queries = done.flatMap((run) => {
    const [first] = run.content
    const parsed = queryResult.safeParse(first?.type === 'json' ? first.value : null)
    return run.call.name === 'query_data' && parsed.success ? [parsed.data] : []
  })
  const result = queries.findLast(({ sql }) => markdown.includes(sql)) ?? null
  const charts = done.flatMap(readChart)
  const choices = runs.filter(({ call }) => call.name === 'offer_choices').map(({ call }) => JSON.stringify(call.input))
  const prose = proseOf(markdown)
  return {
    prose,
    result,
    charts,
    isComputed: result !== null || charts.length > 0 || markdown.includes('```sql'),
    isEmpty: charts.length === 0 && result !== null && result.rows.flat().every((value) => value === null),
    offered: [...prose.split(/\n\s*\n/), ...choices],
  }
}

function readChart({ call, display }: ToolRun): readonly ShownChart[] {
  const asked = chartCall.safeParse(call.input)
  if (call.name !== 'chart' || !asked.success || display?.kind !== 'chart') return []
  const spec = drawnSpec.safeParse(display.vegaSpec)
  const values = spec.data?.data.find((each) => each.values !== undefined)?.values ?? []
  return [{ ...asked.data, rows: values.map(pointOf), rowCount: values.length }]
}

/** A chart has a word where a table has an empty cell. */
function pointOf(values: Readonly<Record<string, Cell>>): readonly Cell[] {
  return Object.values(values).map((value) => (value === '(missing)' ? null : value))
}

function proseOf(markdown: string): string {
  return markdown
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/^\|.*$/gm, '')
    .replaceAll(/\\([^\w\s])/g, '$1')
    .replaceAll('\\_', '_')
    .replaceAll(/\*\*?/g, '')
}
