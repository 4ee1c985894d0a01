import { describeFilters } from '../answer/describe-filters.ts'
import { figureColumn, rowCount } from './figure-column.ts'
import { groupedQuery } from './grouped-query.ts'
import { unclear, written, type FigureColumn, type Written } from './query.ts'
import type { Filter, Request } from '../request/request.ts'
import type { Table } from '../columns/table-columns.ts'
import { filterCondition } from './where-clause.ts'
import { computingNotes, needsNumbers, noNumbers, singleQuery } from './write-figures.ts'

/** How much of the whole each group is, or the rows that fit `part`, in percent. */
export function writeShare(request: Request, table: Table, part: readonly Filter[]): Written {
  const { figures, subjects, rank } = request
  const [figure, ...more] = figures
  if (more.length > 0) return unclear('A share of one figure at a time, please. Which one shall it be?')
  if (rank !== null) return unclear('I can tell shares or rank, but not both at once. Ask for the shares by something.')
  if (figure !== undefined && needsNumbers(figure)) return noNumbers(figure)
  if (figure !== undefined && figure.aggregate !== 'sum' && figure.aggregate !== null)
    return unclear('A share is of a total or of a number of rows. Ask for “share of total …”.')
  const whole = figure === undefined ? rowCount : figureColumn(figure)
  const groups = request.groups.length > 0 || part.length > 0 ? request.groups : subjects
  if (part.length === 0 && groups.length === 0)
    return unclear(
      'A share of what in what? Say, for example, “share of amount by region” or “what share of rows is …”.',
    )
  if (subjects.length > 0 && groups !== subjects)
    return unclear(
      'Do you mean the share of rows, or of different values? I can tell the share of rows, or of a total.',
    )
  const assumptions = [
    ...computingNotes(figures),
    ...(part.length > 0 ? [`the whole is ${describeWhole(request.filters)}`] : []),
  ]
  const shares = part.length > 0 ? partOf(whole, condition(part, table)) : eachOf(whole)
  const query =
    groups.length === 0
      ? written({ ...singleQuery(request, table, shares), shape: 'share', part: describeFilters(part) })
      : written(groupedQuery(request, table, { dimensions: groups, figures: shares }))
  return query.kind === 'query' ? { ...query, query: { ...query.query, assumptions } } : query
}

function describeWhole(filters: readonly Filter[]): string {
  return filters.length === 0 ? 'all rows' : `the rows${describeFilters(filters)}`
}

function condition(part: readonly Filter[], table: Table): string {
  return part.map((filter) => filterCondition(filter, part, table)).join(' AND ')
}

function partOf(whole: FigureColumn, part: string): readonly FigureColumn[] {
  const some = `coalesce(${whole.sql} FILTER (WHERE ${part}), 0)`
  return [
    { ...share(whole), sql: `100.0 * ${some} / nullif(${whole.sql}, 0)`, words: 'a share of' },
    { ...whole, label: `${whole.label} of the part`, sql: some, words: '' },
    { ...whole, label: `${whole.label} of the whole`, words: '' },
  ]
}

function eachOf(whole: FigureColumn): readonly FigureColumn[] {
  return [whole, { ...share(whole), sql: `100.0 * ${whole.sql} / nullif(sum(${whole.sql}) OVER (), 0)` }]
}

function share({ column }: FigureColumn): FigureColumn {
  return { label: 'share in %', sql: '', words: 'a share of', format: 'percent', column }
}
