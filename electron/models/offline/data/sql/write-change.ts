import { figureColumn, rowCount } from './figure-column.ts'
import { groupedQuery } from './grouped-query.ts'
import { groupExpression, groupOrder, isOrderedGroup } from './group-sql.ts'
import { unclear, written, type FigureColumn, type Written } from './query.ts'
import { monthNames, weekdayNames } from '../../grammar/time-words.ts'
import { plainText } from '../../markdown.ts'
import type { Analysis, ColumnFilter, Request } from '../request/request.ts'
import type { Table } from '../columns/table-columns.ts'
import { filterCondition } from './where-clause.ts'
import { computingNotes, needsNumbers, noNumbers, singleQuery } from './write-figures.ts'

/** A figure at two times, or at each time beside the one before, with the difference in itself and in percent. */
export function writeChange(
  request: Request,
  table: Table,
  { between, isUnsigned }: Analysis & { readonly kind: 'change' },
): Written {
  const { figures, groups, countsRows, rank } = request
  const [figure, ...more] = figures
  if (more.length > 0 || request.subjects.length > 0)
    return unclear('The change of one figure at a time, please. Which one shall it be?')
  if (rank !== null) return unclear('I can tell changes or rank, but not both at once.')
  if (figure !== undefined && needsNumbers(figure)) return noNumbers(figure)
  if (figure === undefined && !countsRows && !request.mentionsRows)
    return unclear('The change of what? Name a column, or ask for the number of rows.')
  const whole = figure === undefined ? rowCount : figureColumn(figure)
  const assumptions = computingNotes(figures)
  if (between !== null) {
    const changes = isUnsigned ? apart(whole, between, table) : betweenTimes(whole, between, table)
    if (groups.length === 0) return written({ ...singleQuery(request, table, changes), assumptions })
    return written({ ...groupedQuery(request, table, { dimensions: groups, figures: changes }), assumptions })
  }
  const times = groups.filter((group) => group.unit !== null)
  const ordered = times.length > 0 ? times : groups.filter(isOrderedGroup)
  const [time, ...others] = ordered
  if (time === undefined || others.length > 0)
    return unclear('A change from when to when? Say, for example, “by year” or “from 2013 to 2014”.')
  const rest = groups.filter((group) => group !== time)
  const window = [
    rest.length === 0 ? null : `PARTITION BY ${rest.map(groupExpression).join(', ')}`,
    `ORDER BY ${groupOrder(time) ?? groupExpression(time)}`,
  ]
  const before = `lag(${whole.sql}) OVER (${window.filter((part) => part !== null).join(' ')})`
  const changes = [whole, ...changeFigures(whole, { before, after: whole.sql })]
  const query = groupedQuery(request, table, { dimensions: [...rest, time], figures: changes })
  return written({
    ...query,
    assumptions: [...assumptions, 'each change is from the row before; times without rows are not shown'],
  })
}

function betweenTimes(
  whole: FigureColumn,
  [from, to]: readonly [ColumnFilter, ColumnFilter],
  table: Table,
): readonly FigureColumn[] {
  const [first, second] = [from, to].map((end) => atEnd(whole, end, table))
  if (first === undefined || second === undefined) return []
  return [first, second, ...changeFigures(whole, { before: first.sql, after: second.sql })]
}

/** Which of both is more was not asked, so neither is the smaller one by a minus. */
function apart(
  whole: FigureColumn,
  ends: readonly [ColumnFilter, ColumnFilter],
  table: Table,
): readonly FigureColumn[] {
  const figures = ends.map((end) => atEnd(whole, end, table))
  const [a, b] = figures.map(({ sql }) => sql)
  return [...figures, { ...whole, label: 'difference', sql: `abs(${b} - ${a})`, words: 'a difference of' }]
}

function atEnd(whole: FigureColumn, end: ColumnFilter, table: Table): FigureColumn {
  const name = `${end.kind === 'values' ? 'for' : 'in'} ${endName(end)}`
  return {
    ...whole,
    label: `${whole.label} ${name}`,
    sql: `${whole.sql} FILTER (WHERE ${filterCondition(end, [], table)})`,
    words: `${whole.words.replace(/ of$/, '')} ${name} of`,
  }
}

function endName(end: ColumnFilter): string {
  if (end.kind === 'period') return end.periods[0]?.name ?? ''
  if (end.kind === 'values') return end.values.map(plainText).join(' or ')
  if (end.kind !== 'compare' && end.kind !== 'part-of-date') return ''
  if (end.kind === 'compare' || end.part === 'year') return String(end.operands[0])
  const names = end.part === 'month' ? monthNames : weekdayNames
  const [first, last] = [end.operands[0], end.operands.at(-1)].map((each) => names[Number(each) - 1] ?? '')
  return first === last ? (first ?? '') : `${first} to ${last}`
}

function changeFigures(
  whole: FigureColumn,
  { before, after }: { readonly before: string; readonly after: string },
): readonly FigureColumn[] {
  return [
    { ...whole, label: 'change', sql: `${after} - ${before}`, words: 'a change of' },
    {
      ...whole,
      label: 'change in %',
      sql: `100.0 * (${after} - ${before}) / nullif(abs(${before}), 0)`,
      words: 'a change in percent of',
      format: 'percent',
    },
  ]
}
