import { fromTable } from '../tables/from-clause.ts'
import { groupLabel, selectGroup } from './group-sql.ts'
import { unclear, written, type Drawing, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import { plainText } from '../../markdown.ts'
import { identifier, joinLines } from './sql-parts.ts'
import { isNumeric, isTemporal, type Table } from '../columns/table-columns.ts'
import { whereClause } from './where-clause.ts'

/** Whether values are to be drawn as they are: two figures against each other, or how one is spread. */
export function drawsPoints({ chart, figures, groups }: Request): boolean {
  if (chart === null || figures.length === 0 || figures.some(({ aggregate }) => aggregate !== null)) return false
  const isSpread = chart.kind === 'histogram' || chart.kind === 'box'
  return isSpread || chart.kind === 'scatter' || (figures.length === 2 && groups.length === 0)
}

/** The values of a scatter plot, a histogram or box plots. The tool that draws them makes the bins and boxes. */
export function writePoints(request: Request, table: Table): Written {
  const { figures, groups, chart, subjects, filters } = request
  const kind = chart?.kind ?? 'scatter'
  const wanted = kind === 'scatter' ? 2 : 1
  const [group, ...others] = [...groups, ...subjects]
  const names = figures.map(({ column }) => column.name)
  const [first, second] = names
  if (first === undefined || names.length !== wanted || others.length > 0)
    return unclear(
      kind === 'scatter'
        ? 'A scatter plot shows two columns of numbers, and one more by colour. Name two.'
        : 'It shows one column of numbers, and one more to split it by. Ask for one at a time.',
    )
  const odd = figures.find(({ column }) => !isNumeric(column) && !(kind === 'scatter' && isTemporal(column)))
  if (odd !== undefined) return unclear(`*${plainText(odd.column.name)}* holds no numbers, so it cannot be drawn so.`)
  const label = group === undefined ? null : groupLabel(group)
  const values = names.map(identifier)
  const split = group === undefined ? [] : [selectGroup(group)]
  const sql = joinLines([
    `SELECT ${[...split, ...values].join(', ')}`,
    `FROM ${fromTable(table)}`,
    whereClause(
      filters,
      table,
      values.map((value) => `${value} IS NOT NULL`),
    ),
  ])
  const incomplete = figures.filter(({ column }) => column.missing > 0)
  const assumptions = incomplete.map(({ column }) => `rows without *${plainText(column.name)}* are left out of it`)
  return written({ sql, shape: 'points', drawing: drawingOf(kind, { first, second, label }), assumptions })
}

function drawingOf(
  kind: Drawing['kind'],
  {
    first,
    second,
    label,
  }: { readonly first: string; readonly second: string | undefined; readonly label: string | null },
): Drawing {
  if (kind === 'box') return { kind, x: label ?? first, y: first, series: null }
  return { kind, x: first, y: second ?? null, series: label }
}
