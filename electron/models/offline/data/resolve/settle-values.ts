import { queryResult } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { plainText } from '../../markdown.ts'
import { answer, known, type Known } from '../../step.ts'
import { fromTable } from '../tables/from-clause.ts'
import { groupExpression } from '../sql/group-sql.ts'
import { drawsPoints } from '../sql/write-points.ts'
import { withJoin } from '../tables/read-joined.ts'
import type { Figure, Group, Request } from '../request/request.ts'
import type { Reading, Resolution } from './resolution.ts'
import { identifier, joinLines } from '../sql/sql-parts.ts'
import {
  additivity,
  isFigure,
  isNamedForTime,
  isOfState,
  isTemporal,
  type Column,
  type Table,
} from '../columns/table-columns.ts'
import { filterCondition, whereClause } from '../sql/where-clause.ts'
import { writeQuery } from '../sql/write-query.ts'

/**
 * Decides, by a look at the data, what is computed of a column where the question does not say: where each place of the
 * answer holds one row, its value is the answer; a stock of one time adds up; of a measure such as a price each group has its
 * average; else the person is asked.
 */
export function settleValues(situation: Situation, reading: Reading): Known<Resolution> {
  const { request, table } = reading
  if (!isUnsettled(request)) return known({ kind: 'query', reading })
  const ways = [...finerInTime(reading), request]
  const asked = askTools(
    situation,
    ways.map((way) => ({ name: 'query_data', input: { sql: placesQuery(way, table) } })),
    queryResult,
  )
  if (asked.kind === 'step') return asked
  const counts = asked.value.map((each) => (each.kind === 'ok' ? (each.value.rows[0] ?? []).map(Number) : []))
  const single = ways.find((_, index) => counts[index] !== undefined && holdsOneRow(counts[index]))
  if (single !== undefined) return known(rewritten(reading, withAggregate(single, 'value'), []))
  const times = counts.at(-1)?.at(-1) ?? Number.NaN
  const open = request.figures.filter(({ aggregate }) => aggregate === null)
  if (open.every(({ column }) => additivity(column) === 'of-one-time') && times <= 1) {
    const told = open.map(({ column }) => `I added up *${plainText(column.name)}*`)
    return known(rewritten(reading, withAggregate(request, 'sum'), told))
  }
  if (request.groups.length > 0 && open.every(({ column }) => isOfState(column))) {
    const told = open.map(({ column }) => `I took the average of *${plainText(column.name)}*`)
    return known(rewritten(reading, withAggregate(request, 'avg'), told))
  }
  return known(asksWhichWay(reading, open))
}

const settledKinds: ReadonlySet<Request['analysis']['kind']> = new Set(['plain', 'change', 'place'])

/** Whether a figure is still open that is neither drawn as points nor only compared. */
function isUnsettled(request: Request): boolean {
  const isOpen = request.figures.some(({ aggregate }) => aggregate === null)
  const isComputed = settledKinds.has(request.analysis.kind)
  return isOpen && isComputed && request.rank === null && !request.asksWhen && !drawsPoints(request)
}

/** "over time" names no step: the dates as they stand are as good as any. */
function finerInTime({ request, unsettled }: Reading): readonly Request[] {
  if (unsettled?.isOverTime !== true) return []
  const bare = (group: Group) => (group.unit === null ? group : { ...group, unit: null })
  return [{ ...request, groups: request.groups.map(bare) }]
}

/** How many rows the fullest place of the answer holds of each open figure, and last how many times. */
function placesQuery({ figures, groups, filters, analysis }: Request, table: Table): string {
  const open = figures.filter(({ aggregate }) => aggregate === null)
  const ends = analysis.kind === 'change' && analysis.between !== null ? analysis.between : []
  const isAt = ends.map((end) => filterCondition(end, [], table))
  const keys = [...groups.map(groupExpression), ...isAt]
  const counts = [...open.map(({ column }) => `count(${identifier(column.name)})`), timesIn(table)]
  return joinLines([
    `SELECT ${counts.map((_, index) => `max("n${index + 1}")`).join(', ')} FROM (`,
    `SELECT ${counts.map((count, index) => `${count} AS "n${index + 1}"`).join(', ')}`,
    `FROM ${fromTable(table)}`,
    whereClause(filters, table, isAt.length === 0 ? [] : [`(${isAt.join(' OR ')})`]),
    keys.length === 0 ? null : `GROUP BY ${keys.map((key) => `(${key})`).join(', ')}`,
    ')',
  ])
}

function timesIn({ columns }: Table): string {
  const times = columns.filter(isTime)
  return times.length === 0 ? '1' : `count(DISTINCT (${times.map(({ name }) => identifier(name)).join(', ')}))`
}

function isTime(column: Column): boolean {
  return isTemporal(column) || isNamedForTime(column)
}

/** No row at all is no contradiction: then there is no value to tell. */
function holdsOneRow(counts: readonly number[]): boolean {
  return counts.length > 0 && counts.slice(0, -1).every((count) => count <= 1)
}

function withAggregate(request: Request, aggregate: 'value' | 'sum' | 'avg'): Request {
  const settle = (figure: Figure) => (figure.aggregate === null ? { ...figure, aggregate } : figure)
  return { ...request, figures: request.figures.map(settle) }
}

function rewritten(reading: Reading, request: Request, told: readonly string[]): Resolution {
  const written = writeQuery(request, reading.table)
  if (written.kind === 'problem') return asksWhichWay(reading, reading.request.figures)
  const assumptions = [...reading.assumptions, ...told]
  const settled: Reading = { ...reading, request, query: written.query, assumptions }
  return { kind: 'query', reading: settled.joined === undefined ? settled : withJoin(settled, settled.joined) }
}

function asksWhichWay({ unsettled }: Reading, open: readonly Figure[]): Resolution {
  if (unsettled !== null && unsettled.choices.length > 0) return { kind: 'open', ...unsettled }
  const name = plainText(open.find(({ column }) => isFigure(column))?.column.name ?? '')
  return {
    kind: 'refused',
    step: answer(
      `What of *${name}* shall I compute: the average, the lowest, the highest or the total? Ask again with one of them.`,
    ),
  }
}
