import { z } from '../../../../shared/schema.ts'
import { queryResult } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { assumptionList } from '../data/answer/answer-query.ts'
import { describeFilters } from '../data/answer/describe-filters.ts'
import { groupedDrawing } from '../data/sql/grouped-drawing.ts'
import type { Interpretation } from '../data/resolve/interpret-question.ts'
import type { Drawing, Query } from '../data/sql/query.ts'
import { rowsTable } from '../data/answer/rows-table.ts'
import { formatFigure } from '../format-figure.ts'
import { codeBlock, enumerate, plainText } from '../markdown.ts'
import { answer, known, type Known, type Step } from '../step.ts'

const drawn = z.object({ points: z.number(), note: z.string().optional() })

/** Draws what was asked for, of the kind it was asked for or that fits. */
export function drawChart(situation: Situation, asked: Interpretation & { readonly kind: 'query' }): Step {
  const { query, request, table, assumptions } = asked
  const drawing = query.drawing === null ? groupedDrawing(query, request) : turned(query.drawing)
  if ('sentence' in drawing) return answer(drawing.sentence)
  const { kind, x, y, series } = drawing
  const input = {
    title: titleOf(drawing),
    sql: query.sql,
    kind,
    x,
    ...(y === null ? {} : { y }),
    ...(series === null ? {} : { series }),
  }
  const chart = askTool(situation, { name: 'chart', input }, drawn)
  if (chart.kind === 'step') return chart.step
  const figures = figuresOf(situation, query)
  if (figures.kind === 'step') return figures.step
  return answer(
    `Here is ${describeDrawing(drawing)} from *${plainText(table.name)}*${describeFilters(request.filters)}: **${formatFigure(chart.value.points)}** ${pointNames[kind] ?? 'points'}.`,
    chart.value.note === undefined ? null : plainText(chart.value.note),
    figures.value,
    codeBlock(query.sql, 'sql'),
    assumptionList(assumptions),
  )
}

/** "A against B" has A up the side and B along the bottom, as in print. */
function turned(drawing: Drawing): Drawing {
  const { kind, x, y } = drawing
  return kind === 'scatter' && y !== null ? { ...drawing, x: y, y: x } : drawing
}

/** The figures of groups beside their picture; single points and spreads are only seen. */
function figuresOf(situation: Situation, query: Query): Known<string | null> {
  if (query.shape !== 'grouped' || !situation.toolNames.has('query_data')) return known(null)
  const result = askTool(situation, { name: 'query_data', input: { sql: query.sql } }, queryResult)
  return result.kind === 'step' ? result : known(rowsTable(query, result.value))
}

const pointNames: Readonly<Partial<Record<Drawing['kind'], string>>> = { histogram: 'bins', box: 'boxes' }

function titleOf({ kind, x, y, series }: Drawing): string {
  const by = [y === x ? null : x, series].filter((name) => name !== null)
  const split = by.length === 0 ? '' : ` by ${by.join(' and ')}`
  const title =
    kind === 'histogram' ? `Distribution of ${x}${series === null ? '' : ` by ${series}`}` : `${y ?? 'rows'}${split}`
  return title.slice(0, 200)
}

function describeDrawing({ kind, x, y, series }: Drawing): string {
  const name = (text: string) => `*${plainText(text)}*`
  const by = [y === x ? null : x, series].filter((each) => each !== null).map(name)
  if (kind === 'histogram') return `how ${name(x)} is spread${series === null ? '' : `, by ${name(series)}`},`
  if (kind === 'scatter' && y !== null) {
    return `${name(y)} against ${name(x)}${series === null ? '' : ` by ${name(series)}`}`
  }
  return `${name(y ?? 'rows')}${by.length === 0 ? '' : ` by ${enumerate(by)}`}`
}
