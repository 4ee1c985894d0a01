import { z } from '../../../../shared/schema.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { assumptionList } from '../data/answer-query.ts'
import { describeFilters } from '../data/describe-filters.ts'
import type { Interpretation } from '../data/interpret-question.ts'
import type { Query } from '../data/query.ts'
import type { ChartKind } from '../grammar/chart-kinds.ts'
import { codeBlock, plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

const drawn = z.object({ points: z.number(), note: z.string().optional() })

/** Draws a grouped query: over time as a line, else as bars, unless the question says otherwise. */
export function drawChart(situation: Situation, asked: Interpretation & { readonly kind: 'query' }): Step {
  const { query, request, table, assumptions } = asked
  const [x, series] = query.groups
  const [figure] = query.figures
  if (x === undefined || figure === undefined)
    return answer('A chart needs figures split by something, for example “chart amount by region”.')
  if (query.groups.length > 2 || query.figures.length > 1)
    return answer('I can draw one figure, split by one or two columns. Ask for fewer at once.')
  const kind = request.chart?.kind ?? defaultKind(query)
  if (kind === 'scatter' || kind === 'histogram')
    return answer(`I cannot draw a ${kind} yet. I can draw bars, lines, areas and pies.`)
  const title = `${figure.label} by ${query.groups.join(' and ')}`.slice(0, 200)
  const input = { title, sql: query.sql, kind, x, y: figure.label, ...(series === undefined ? {} : { series }) }
  const chart = askTool(situation, { name: 'chart', input }, drawn)
  if (chart.kind === 'step') return chart.step
  const where = describeFilters(request.filters)
  return answer(
    `Here is *${plainText(figure.label)}* by ${query.groups.map((name) => `*${plainText(name)}*`).join(' and ')} from *${plainText(table.name)}*${where}: **${chart.value.points}** points.`,
    chart.value.note === undefined ? null : plainText(chart.value.note),
    codeBlock(query.sql, 'sql'),
    assumptionList(assumptions),
  )
}

function defaultKind(query: Query): ChartKind {
  return query.isByTime ? 'line' : 'bar'
}
