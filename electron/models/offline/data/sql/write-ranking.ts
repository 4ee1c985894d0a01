import { plainText } from '../../markdown.ts'
import { figureColumn, rowCount } from './figure-column.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupedQuery } from './grouped-query.ts'
import { groupExpression, groupLabel, selectGroup } from './group-sql.ts'
import { unclear, written, type FigureColumn, type Written } from './query.ts'
import type { Figure, Group, Request } from '../request/request.ts'
import { identifier, joinLines } from './sql-parts.ts'
import { isNumeric, isTemporal, type Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'
import { computingNotes, needsNumbers, noNumbers, writeFigures } from './write-figures.ts'
import { writeRows } from './write-values.ts'

/** More than the one asked for, so that what comes next shows. */
const shownBehindFirst = 5

/** The first or last few of something by a figure; a single highest or lowest value; or the rows that hold it. */
export function writeRanking(request: Request, table: Table): Written {
  const { rank, figures, mentionsRows, subjects, groups } = request
  const [figure, ...more] = figures
  const limit = rank?.limit ?? null
  if (request.asksWhen && !isOfDates(request)) return writeWhen(request, table)
  const isTwofold = more.length > 0 || (figure !== undefined && request.countsRows && figure.aggregate !== null)
  if (isTwofold) return unclear('I can rank by one figure at a time. Which one shall it be?')
  if (figure !== undefined && subjects.length === 0 && groups.length > 0 && limit === null) {
    // "highest amount by region" is the highest within each; "which region has the highest amount" is a ranking.
    return writeFigures({ ...request, rank: null, figures: [extremeOf(request, figure)] }, table)
  }
  if (figure !== undefined && figure.aggregate !== null && needsNumbers(figure)) return noNumbers(figure)
  if (subjects.length + groups.length > 0) return writeRanked(request, table)
  if (figure === undefined) {
    return request.countsRows
      ? unclear('The most common of what? Name a column.')
      : unclear(`I see that you ask for the ${rank?.word ?? 'first'}, but not of which column.`)
  }
  // Single rows have no average of their own.
  if (limit === null && figure.aggregate !== null && !isEnd(figure))
    return unclear(`The ${rank?.word ?? 'first'} of what? Name what is compared, for example “which region has …”.`)
  if (limit !== null || mentionsRows) return writeRows(request, table, figure.column)
  return writeFigures({ ...request, rank: null, figures: [extremeOf(request, figure)] }, table)
}

function isEnd({ aggregate }: Figure): boolean {
  return aggregate === 'min' || aggregate === 'max'
}

function extremeOf({ rank }: Request, figure: Figure): Figure {
  return { ...figure, aggregate: figure.aggregate ?? (rank?.direction === 'lowest' ? 'min' : 'max') }
}

/** Equals at the cut are kept, unless the question says otherwise. With a group beside, the first few of each. */
function writeRanked(request: Request, table: Table): Written {
  const { rank } = request
  const subjects = request.subjects.length > 0 ? request.subjects : request.groups
  const within = request.subjects.length > 0 ? request.groups : []
  if (subjects.length > 1) return unclear('I can rank one thing at a time. Which one shall it be?')
  const figure = rankedFigure(request)
  if (figure === null)
    return unclear(`The ${rank?.word ?? 'first'} by which figure? Name its column, for example “by amount”.`)
  const order = `${figure.sql} ${rank?.direction === 'lowest' ? 'ASC' : 'DESC'}`
  const partition = within.length === 0 ? '' : `PARTITION BY ${within.map(groupExpression).join(', ')} `
  const isCut = rank?.dropsTies === true
  const shown = rank?.limit ?? (within.length > 0 ? 1 : shownBehindFirst)
  const dimensions = [...within, ...subjects]
  const place = dimensions.length + 1
  const query = groupedQuery(request, table, {
    dimensions,
    figures: [figure],
    where: subjects.map((group) => `${identifier(group.column.name)} IS NOT NULL`),
    having: figure.column === null ? [] : [`${figure.sql} IS NOT NULL`],
    ending: joinLines([
      `QUALIFY ${isCut ? 'row_number' : 'rank'}() OVER (${partition}ORDER BY ${order}${isCut ? `, ${subjects.map(groupExpression).join(', ')}` : ''}) <= ${shown}`,
      `ORDER BY ${[...within.map((_, index) => String(index + 1)), `${place} ${rank?.direction === 'lowest' ? 'ASC' : 'DESC'}`, String(place - 1)].join(', ')}`,
    ]),
  })
  const shape = within.length > 0 ? 'grouped' : 'ranked'
  const assumptions = [...computingNotes(request.figures), ...subjects.flatMap(withoutNote)]
  return written({ ...query, shape, isOrdered: within.length > 0, limit: rank?.limit ?? 1, assumptions })
}

function withoutNote({ column }: Group): string[] {
  return column.missing > 0 ? [`rows without *${plainText(column.name)}* are left out`] : []
}

function rankedFigure({ figures, countsRows, isDistinct }: Request): FigureColumn | null {
  const [figure] = figures
  if (figure !== undefined) return figureColumn(figure)
  return countsRows && !isDistinct ? rowCount : null
}

/** "on which day were the total takings lowest": of each date in all, and not of single rows. */
function isOfDates({ rank, figures, subjects }: Request): boolean {
  const [figure, ...others] = figures
  const isOfMany = figure?.aggregate === 'sum' || figure?.aggregate === 'avg' || figure?.aggregate === 'median'
  return rank !== null && isOfMany && others.length === 0 && subjects.length > 0
}

/** The rows with the highest or lowest value, with what they are about and their date. */
function writeWhen(request: Request, table: Table): Written {
  const { figures, subjects, filters } = request
  const [figure] = figures
  if (figure === undefined || figures.length > 1 || request.groups.length > 0)
    return unclear('When what? Ask, for example, “when was the highest amount?”')
  const { aggregate, column } = figure
  const isExtreme = request.rank !== null || aggregate === 'min' || aggregate === 'max'
  if (!isExtreme || !(isNumeric(column) || isTemporal(column)))
    return unclear('I can say when something was highest or lowest. Name that and a column of numbers.')
  const isLowest = aggregate === 'min' || request.rank?.direction === 'lowest'
  const name = identifier(column.name)
  const sql = joinLines([
    `SELECT ${[...subjects.map(selectGroup), name].join(', ')}`,
    `FROM ${fromTable(table)}`,
    whereClause(filters, table, [`${name} IS NOT NULL`]),
    `QUALIFY rank() OVER (ORDER BY ${name} ${isLowest ? 'ASC' : 'DESC'}) <= ${request.rank?.limit ?? 1}`,
    `ORDER BY ${subjects.length + 1} ${isLowest ? 'ASC' : 'DESC'}, 1`,
  ])
  const shown = { ...rowCount, label: column.name, words: `*${plainText(column.name)}*`, column }
  return written({
    sql,
    shape: 'ranked',
    groups: subjects.map(groupLabel),
    figures: [shown],
    limit: request.rank?.limit ?? 1,
    assumptions: [`I compared single rows, not totals`],
  })
}
