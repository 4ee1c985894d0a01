import { aggregateLabels } from '../grammar/aggregates.ts'
import { plainText } from '../markdown.ts'
import { unclear, type FigureColumn, type Written } from './query.ts'
import type { Request } from './request.ts'
import { figureOf, fileName, groupedQuery, joinLines, rowCount, selectFigure } from './select-parts.ts'
import { identifier, whereClause } from './sql-parts.ts'
import { isAdditive, isNumeric, type Table } from './table-columns.ts'

/** Figures over all rows that match, or for each group of them. */
export function writeFigures(request: Request, table: Table): Written {
  const { groups, subjects, countsRows, chart, isDistinct, mentionsRows } = request
  const assumptions: string[] = []
  const figures: FigureColumn[] = []
  if (countsRows) {
    // "How many products": rows may be meant or different products, so both are told; "different" leaves one.
    if (!isDistinct || subjects.length === 0) figures.push(rowCount)
    for (const { column } of subjects) figures.push(figureOf('count', column))
  } else if (subjects.length > 0) {
    return {
      kind: 'problem',
      problem: { kind: 'unexplained', words: subjects.map(({ column }) => column.name).join(', ') },
    }
  }
  for (const { aggregate, column } of request.figures) {
    if ((aggregate === 'sum' || aggregate === 'avg') && !isNumeric(column)) {
      return unclear(
        `*${plainText(column.name)}* holds no numbers, so I cannot compute its ${aggregateLabels[aggregate]}.`,
      )
    }
    if (aggregate === null && !isAdditive(column)) {
      return unclear(
        `What of *${plainText(column.name)}* shall I compute: the average, the lowest, the highest or the total?`,
      )
    }
    if (aggregate === null) assumptions.push(`I added up *${plainText(column.name)}*`)
    figures.push(figureOf(aggregate ?? 'sum', column))
  }
  if (figures.length === 0 && !mentionsRows) {
    return unclear('Split by that, yes, but which figure? Name its column, or ask for the number of rows.')
  }
  if (figures.length === 0) figures.push(rowCount)
  for (const { aggregate, column } of figures) {
    if (column !== null && column.missing > 0 && aggregate !== 'count') {
      assumptions.push(`rows without *${plainText(column.name)}* are left out of it`)
    }
  }
  if (groups.length === 0) {
    if (chart !== null)
      return unclear('A chart needs something to split the figures by, for example “by region” or “per month”.')
    const sql = [
      `SELECT ${figures.map(selectFigure).join(', ')}`,
      `FROM ${fileName(table)}`,
      whereClause(request.filters),
    ]
    return {
      kind: 'query',
      query: { sql: joinLines(sql), shape: 'single', groups: [], figures, limit: null, isByTime: false, assumptions },
    }
  }
  const isByTime = groups.some((group) => group.unit !== null)
  const ending = isByTime
    ? `ORDER BY ${groups.map((_, index) => index + 1).join(', ')}`
    : `ORDER BY ${identifier(figures[0]?.label ?? '')} DESC NULLS LAST, 1`
  const query = groupedQuery(request, table, { dimensions: groups, figures, ending })
  return { kind: 'query', query: { ...query, assumptions } }
}
