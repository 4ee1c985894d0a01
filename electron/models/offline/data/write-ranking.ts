import { aggregateLabels, type Aggregate } from '../grammar/aggregates.ts'
import { plainText } from '../markdown.ts'
import { unclear, type FigureColumn, type Written } from './query.ts'
import type { Problem, Request } from './request.ts'
import { figureOf, groupedQuery, rowCount } from './select-parts.ts'
import { identifier } from './sql-parts.ts'
import { isAdditive, type Table } from './table-columns.ts'
import { writeFigures } from './write-figures.ts'
import { writeRows } from './write-values.ts'

/** The first or last few of something by a figure; a single highest or lowest value; or the rows that hold it. */
export function writeRanking(request: Request, table: Table): Written {
  const { rank, figures, mentionsRows, countsRows } = request
  const dimensions = [...request.subjects, ...request.groups]
  const direction = rank?.direction ?? 'highest'
  const order = direction === 'highest' ? 'DESC' : 'ASC'
  const [figure] = figures
  const isUnsplit = request.subjects.length === 0
  if (figure !== undefined && isUnsplit && request.groups.length > 0 && rank?.limit == null) {
    // "highest amount by region" is the highest within each; "which region has the highest amount" is a ranking.
    const aggregate: Aggregate = figure.aggregate ?? (direction === 'highest' ? 'max' : 'min')
    return writeFigures({ ...request, rank: null, figures: [{ aggregate, column: figure.column }] }, table)
  }
  if (dimensions.length > 1)
    return unclear('I can rank one thing at a time, over the whole table. Which one shall it be?')
  if (figures.length > 1) return unclear('I can rank by one figure at a time. Which one shall it be?')
  if (dimensions.length === 0) {
    if (figure === undefined)
      return unclear(`I see that you ask for the ${rank?.word ?? 'first'}, but not of which column.`)
    if (rank?.limit != null || mentionsRows) return writeRows(request, table, { column: figure.column, order })
    const aggregate: Aggregate = direction === 'highest' ? 'max' : 'min'
    return writeFigures(
      { ...request, rank: null, figures: [{ aggregate: figure.aggregate ?? aggregate, column: figure.column }] },
      table,
    )
  }
  const ranked = rankedFigure(request, figure, countsRows)
  if ('problem' in ranked) return { kind: 'problem', problem: ranked.problem }
  const limit = rank?.limit ?? null
  const label = identifier(ranked.figure.label)
  const query = groupedQuery(request, table, {
    dimensions,
    figures: [ranked.figure],
    // A few more than the one asked for, so that a tie shows.
    ending: `ORDER BY ${label} ${order} NULLS LAST, 1\nLIMIT ${limit ?? 5}`,
  })
  return { kind: 'query', query: { ...query, shape: 'ranked', limit: limit ?? 1, assumptions: ranked.assumptions } }
}

type RankedFigure =
  | { readonly figure: FigureColumn; readonly assumptions: readonly string[] }
  | { readonly problem: Problem }

function rankedFigure(
  request: Request,
  figure: Request['figures'][number] | undefined,
  countsRows: boolean,
): RankedFigure {
  if (figure === undefined) {
    if (countsRows) return { figure: rowCount, assumptions: [] }
    return {
      problem: {
        kind: 'unclear',
        sentence: `The ${request.rank?.word ?? 'first'} by which figure? Name its column, for example “by amount”.`,
      },
    }
  }
  if (figure.aggregate !== null) return { figure: figureOf(figure.aggregate, figure.column), assumptions: [] }
  const name = plainText(figure.column.name)
  if (isAdditive(figure.column)) {
    return { figure: figureOf('sum', figure.column), assumptions: [`I added up *${name}*`] }
  }
  const aggregate: Aggregate = request.rank?.direction === 'lowest' ? 'min' : 'max'
  const label = aggregateLabels[aggregate]
  return { figure: figureOf(aggregate, figure.column), assumptions: [`I compared the ${label} *${name}* of each`] }
}
