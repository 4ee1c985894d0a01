import { figureColumn, rowCount } from './figure-column.ts'
import { groupedQuery } from './grouped-query.ts'
import { groupExpression, groupOrder, isOrderedGroup } from './group-sql.ts'
import { unclear, written, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import type { Table } from '../columns/table-columns.ts'
import { computingNotes, needsNumbers, noNumbers } from './write-figures.ts'

/** A total with all that came before it, time by time. */
export function writeRunningTotal(request: Request, table: Table): Written {
  const { figures, groups, subjects, rank } = request
  const [figure, ...more] = figures
  const [time, ...others] = groups
  if (figure !== undefined && needsNumbers(figure)) return noNumbers(figure)
  const isTotal =
    figure === undefined
      ? request.countsRows || request.mentionsRows
      : figure.aggregate === 'sum' || figure.aggregate === null
  if (!isTotal || more.length > 0 || subjects.length > 0 || rank !== null)
    return unclear('A running total is of one column, or of the number of rows. Name it.')
  if (time === undefined || others.length > 0 || !isOrderedGroup(time))
    return unclear('A running total runs over time. Say, for example, “by month”.')
  const whole = figure === undefined ? rowCount : figureColumn(figure)
  const running = {
    ...whole,
    label: `running ${whole.label}`,
    sql: `sum(${whole.sql}) OVER (ORDER BY ${groupOrder(time) ?? groupExpression(time)})`,
  }
  const query = groupedQuery(request, table, { dimensions: [time], figures: [running, whole] })
  return written({ ...query, assumptions: computingNotes(figures) })
}
