import { aggregateLabels } from '../../grammar/aggregates.ts'
import { plainText } from '../../markdown.ts'
import { distinctCount, figureColumn, rowCount, selectFigure, withUniqueLabels } from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupedQuery } from './grouped-query.ts'
import { isOrderedGroup } from './group-sql.ts'
import { unclear, written, type FigureColumn, type Query, type Written } from './query.ts'
import type { Figure, Request } from '../request/request.ts'
import { joinLines } from './sql-parts.ts'
import { isNumeric, type Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'

/** Figures over all rows that match, or for each group of them. */
export function writeFigures(request: Request, table: Table): Written {
  const { groups, subjects, countsRows, chart, mentionsRows } = request
  const unusable = request.figures.find(needsNumbers)
  if (unusable !== undefined) return noNumbers(unusable)
  if (!countsRows && subjects.length > 0)
    return {
      kind: 'problem',
      problem: { kind: 'unexplained', words: subjects.map(({ column }) => column.name).join(', ') },
    }
  const figures = [...countedFigures(request), ...request.figures.map(figureColumn)]
  if (figures.length === 0 && !mentionsRows)
    return unclear('Split by that, yes, but which figure? Name its column, or ask for the number of rows.')
  if (figures.length === 0) figures.push(rowCount)
  const assumptions = computingNotes(request.figures)
  if (groups.length > 0) {
    const query = groupedQuery(request, table, { dimensions: groups, figures })
    return written(drawsTooMany(request) ? withFirstOnly(query, assumptions) : { ...query, assumptions })
  }
  if (request.having.length > 0)
    return unclear('A condition on groups needs something to split by, for example “by region”.')
  if (chart !== null)
    return unclear('A chart needs something to split the figures by, for example “by region” or “per month”.')
  return written({ ...singleQuery(request, table, figures), assumptions })
}

/** More names than these cannot be read beside their bars. */
const maxBars = 40

function drawsTooMany({ chart, groups }: Request): boolean {
  const [group] = groups
  return (
    chart !== null &&
    groups.length === 1 &&
    group !== undefined &&
    !isOrderedGroup(group) &&
    group.column.distinct > maxBars
  )
}

function withFirstOnly(query: Query, assumptions: readonly string[]): Query {
  return {
    ...query,
    sql: joinLines([query.sql, `LIMIT ${maxBars}`]),
    assumptions: [...assumptions, `only the ${maxBars} largest are drawn`],
  }
}

/** One row of figures over all rows that match. */
export function singleQuery(request: Request, table: Table, asked: readonly FigureColumn[]) {
  const figures = withUniqueLabels([], asked)
  const sql = joinLines([
    `SELECT ${figures.map(selectFigure).join(', ')}`,
    `FROM ${fromTable(table)}`,
    whereClause(request.filters, table),
  ])
  return { sql, shape: 'single', figures } as const
}

/** "How many products": rows may be meant or different products, so both are told; "different" leaves one. */
function countedFigures({ countsRows, isDistinct, subjects }: Request): FigureColumn[] {
  if (!countsRows) return []
  const rows = !isDistinct || subjects.length === 0 ? [rowCount] : []
  return [...rows, ...subjects.map(distinctCount)]
}

export function needsNumbers({ aggregate, column, other }: Figure): boolean {
  if (other !== null && !isNumeric(other)) return true
  return aggregate !== 'count' && aggregate !== 'min' && aggregate !== 'max' && !isNumeric(column)
}

export function noNumbers({ aggregate, column }: Figure): Written {
  return unclear(
    `*${plainText(column.name)}* holds no numbers, so I cannot compute its ${aggregateLabels[aggregate ?? 'sum'].replace(/ of$/, '')}.`,
  )
}

/** What the words do not say of how figures are computed. */
export function computingNotes(figures: readonly Figure[]): string[] {
  const notes = figures.flatMap(({ column, aggregate, other }) =>
    aggregate === 'count' ? [] : [column, ...(other === null ? [] : [other])].filter(({ missing }) => missing > 0),
  )
  const without = notes.map(({ name }) => `rows without *${plainText(name)}* are left out of it`)
  const isOfSample = figures.some(({ aggregate }) => aggregate === 'stddev' || aggregate === 'variance')
  const isQuantile = figures.some(({ aggregate }) => aggregate === 'percentile')
  return [
    ...new Set(without),
    ...(isOfSample ? ['it is that of a sample: divided by one less than the number of values'] : []),
    ...(isQuantile ? ['between two values the percentile is interpolated'] : []),
  ]
}
