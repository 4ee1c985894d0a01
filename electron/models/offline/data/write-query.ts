import { aggregateLabels, type Aggregate } from '../grammar/aggregates.ts'
import type { TimeUnit } from '../grammar/time-words.ts'
import { plainText } from '../markdown.ts'
import { identifier, whereClause } from './sql-parts.ts'
import type { Group, Problem, Request } from './request.ts'
import { isAdditive, isNumeric, type Column, type Table } from './table-columns.ts'

/** One figure of the result: the column it stands in, and what it is. */
export type FigureColumn = { readonly label: string; readonly aggregate: Aggregate; readonly column: Column | null }

export type Query = {
  readonly sql: string
  readonly shape: 'single' | 'grouped' | 'ranked' | 'rows' | 'values'
  readonly groups: readonly string[]
  readonly figures: readonly FigureColumn[]
  /** How many were asked for, of a rank. */
  readonly limit: number | null
  readonly isByTime: boolean
  readonly assumptions: readonly string[]
}

export type Written =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** The SQL that answers a request over one table, or why none does. */
export function writeQuery(request: Request, table: Table): Written {
  const { rank, figures, groups, subjects, countsRows } = request
  if (rank !== null) return writeRanking(request, table)
  if (figures.length > 0 || countsRows || (groups.length > 0 && subjects.length === 0))
    return writeFigures(request, table)
  return writeValues(request, table)
}

function writeRanking(request: Request, table: Table): Written {
  const { rank, figures, mentionsRows, countsRows } = request
  const dimensions = [...request.subjects, ...request.groups]
  const direction = rank?.direction ?? 'highest'
  const order = direction === 'highest' ? 'DESC' : 'ASC'
  const [figure] = figures
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

function writeFigures(request: Request, table: Table): Written {
  const { groups, subjects, countsRows, chart } = request
  const assumptions: string[] = []
  const figures: FigureColumn[] = []
  if (countsRows) {
    figures.push(rowCount)
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
  if (figures.length === 0) {
    figures.push(rowCount)
    assumptions.push('you named no figure, so I counted rows')
  }
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

function writeValues(request: Request, table: Table): Written {
  const { subjects, mentionsRows, isListing, isDistinct, filters } = request
  const isAsked = isListing || isDistinct
  if (isAsked && subjects.length > 0) {
    const names = subjects.map(groupExpression)
    const aliases = subjects.map(groupLabel)
    const select = names.map((name, index) => `${name} AS ${identifier(aliases[index] ?? '')}`).join(', ')
    const sql = joinLines([`SELECT DISTINCT ${select}`, `FROM ${fileName(table)}`, whereClause(filters), 'ORDER BY 1'])
    return {
      kind: 'query',
      query: { sql, shape: 'values', groups: aliases, figures: [], limit: null, isByTime: false, assumptions: [] },
    }
  }
  if (mentionsRows && subjects.length === 0) return writeRows(request, table, null)
  if (subjects.length > 0) {
    return unclear(
      `What of *${plainText(subjects[0]?.column.name ?? '')}* would you like to know? For example “how many different …” or “total … by …”.`,
    )
  }
  return unclear('I do not see what to compute.')
}

function writeRows(
  request: Request,
  table: Table,
  by: { readonly column: Column; readonly order: 'ASC' | 'DESC' } | null,
): Written {
  const limit = request.rank?.limit ?? 10
  const sql = joinLines([
    `SELECT *`,
    `FROM ${fileName(table)}`,
    whereClause(request.filters),
    by === null ? null : `ORDER BY ${identifier(by.column.name)} ${by.order} NULLS LAST`,
    `LIMIT ${limit}`,
  ])
  return {
    kind: 'query',
    query: { sql, shape: 'rows', groups: [], figures: [], limit, isByTime: false, assumptions: [] },
  }
}

function groupedQuery(
  request: Request,
  table: Table,
  of: { readonly dimensions: readonly Group[]; readonly figures: readonly FigureColumn[]; readonly ending: string },
): Query {
  const labels = of.dimensions.map(groupLabel)
  const select = [
    ...of.dimensions.map((group, index) => `${groupExpression(group)} AS ${identifier(labels[index] ?? '')}`),
    ...of.figures.map(selectFigure),
  ]
  const sql = joinLines([
    `SELECT ${select.join(', ')}`,
    `FROM ${fileName(table)}`,
    whereClause(request.filters),
    `GROUP BY ${of.dimensions.map((_, index) => index + 1).join(', ')}`,
    of.ending,
  ])
  const isByTime = of.dimensions.some((group) => group.unit !== null)
  return { sql, shape: 'grouped', groups: labels, figures: of.figures, limit: null, isByTime, assumptions: [] }
}

const rowCount: FigureColumn = { label: 'rows', aggregate: 'count', column: null }

function figureOf(aggregate: Aggregate, column: Column): FigureColumn {
  const label = aggregate === 'count' ? `different ${column.name}` : `${aggregateLabels[aggregate]} ${column.name}`
  return { label, aggregate, column }
}

function selectFigure({ aggregate, column, label }: FigureColumn): string {
  const computed =
    column === null
      ? 'count(*)'
      : aggregate === 'count'
        ? `count(DISTINCT ${identifier(column.name)})`
        : `${aggregate}(${identifier(column.name)})`
  return `${computed} AS ${identifier(label)}`
}

function groupLabel({ column, unit }: Group): string {
  return unit ?? column.name
}

const timeExpressions: Readonly<Record<TimeUnit, (column: string) => string>> = {
  year: (column) => `year(${column})`,
  quarter: (column) => `year(${column}) || '-Q' || quarter(${column})`,
  month: (column) => `strftime(${column}, '%Y-%m')`,
  week: (column) => `strftime(date_trunc('week', ${column}), '%Y-%m-%d')`,
  day: (column) => `strftime(${column}, '%Y-%m-%d')`,
}

function groupExpression({ column, unit }: Group): string {
  const name = identifier(column.name)
  return unit === null ? name : timeExpressions[unit](name)
}

function fileName(table: Table): string {
  return `'${table.name.replaceAll("'", "''")}'`
}

function joinLines(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}

function unclear(sentence: string): Written {
  return { kind: 'problem', problem: { kind: 'unclear', sentence } }
}
