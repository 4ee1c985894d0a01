import type { Cell } from '../../../../shared/tool-results.ts'
import type { Figured } from './compute-figure.fixture.ts'
import type { Expected, GroupFigures, KeyPart } from './compute-expected.fixture.ts'
import type { ShownRows } from './read-reply.fixture.ts'

const tolerance = 1e-6

/** Whether the rows that were shown are what the raw rows say: every figure, every group, and nothing else. */
export function isSameAsResult(expected: Expected, { rows, rowCount }: ShownRows): boolean {
  switch (expected.kind) {
    case 'figures':
      return holdsFigures(expected, rows, rowCount)
    case 'names':
      return holdsNames(expected.names, rows, rowCount)
    case 'groups':
      return holdsGroups(expected.groups, rows, rowCount)
    case 'ranked':
      return holdsRanked(expected, rows, rowCount)
  }
}

/** Whether a cell is one of the fair values of a figure. */
export function isFigure(figured: Figured, cell: Cell): boolean {
  if (cell === null) return figured.length === 0
  return figured.some((value) => (typeof value === 'number' ? isClose(value, cell) : String(cell).startsWith(value)))
}

/** Whether a cell names this part of a group. */
export function isNamed(part: KeyPart | null, cell: Cell): boolean {
  if (part === null || cell === null) return part === cell
  const { text, unit } = part
  // The time axis of a chart counts milliseconds.
  if (typeof cell === 'number' && unit !== 'value' && cell === Date.parse(text)) return true
  const said = String(cell)
  const [year = '', month = ''] = text.split('-')
  if (said === text || said.replace(/[T ]00:00:00.*$/, '') === text) return true
  switch (unit) {
    case 'value':
      return text !== '' && !Number.isNaN(Number(text)) && isClose(Number(text), cell)
    case 'year':
      return said === year
    case 'quarter':
      return /^(\d{4})\D+([1-4])$/.exec(said)?.slice(1).join() === [year, Math.ceil(Number(month) / 3)].join()
    case 'month':
      return said === `${year}-${month}`
    case 'month of year':
    case 'weekday':
      return said.toLowerCase().startsWith(text.toLowerCase().slice(0, 3))
    case 'week':
    case 'day':
      return false
  }
}

/** One row alone, so that no figure is right by accident; or the things that were counted. */
function holdsFigures(
  { figures, mayBeListed }: Extract<Expected, { readonly kind: 'figures' }>,
  rows: ShownRows['rows'],
  rowCount: number,
): boolean {
  const [row] = rows
  if (row === undefined || rowCount !== 1) return mayBeListed && isFigure(figures[0] ?? [], rowCount)
  return figures.every((figured) => row.some((cell) => isFigure(figured, cell)))
}

function holdsNames(names: readonly string[], rows: ShownRows['rows'], rowCount: number): boolean {
  const isIn = (cell: Cell) => names.some((name) => isNamed({ text: name, unit: 'value' }, cell))
  return columnsOf(rows).some((column) => {
    const shown = new Set(rows.map((row) => String(row[column])))
    const isAll = rowCount > rows.length ? rowCount >= names.length : shown.size === names.length
    return isAll && rows.every((row) => isIn(row[column] ?? null))
  })
}

function holdsGroups(groups: readonly GroupFigures[], rows: ShownRows['rows'], rowCount: number): boolean {
  const named = groups.filter(({ key }) => !key.includes(null))
  if (rowCount < named.length || rowCount > groups.length) return false
  const [first] = groups
  return columnChoices(rows, first?.key.length ?? 0).some((columns) => {
    const found = rows.map((row) => groups.find((group) => isKey(group, row, columns)))
    return new Set(found).size === rows.length && rows.every((row, index) => holdsAll(found[index], row, columns))
  })
}

/** Groups that tie may stand in any order, and all that tie with the last one may be there. */
function holdsRanked(
  { groups, keep }: Extract<Expected, { readonly kind: 'ranked' }>,
  rows: ShownRows['rows'],
  rowCount: number,
): boolean {
  const asked = Math.min(keep, groups.length)
  const isTied = (a: GroupFigures | undefined, b: GroupFigures | undefined) => a?.figures[0]?.[0] === b?.figures[0]?.[0]
  const withTies = groups.filter((group, index) => index < asked || isTied(group, groups[asked - 1])).length
  // One winner may be shown ahead of the rest.
  if (rowCount < asked || (keep > 1 && rowCount > withTies)) return false
  const [first] = groups
  return columnChoices(rows, first?.key.length ?? 0).some((columns) =>
    rows.slice(0, keep > 1 ? rowCount : 1).every((row, place) => {
      const group = groups.find((each) => isKey(each, row, columns))
      return isTied(group, groups[place]) && holdsAll(group, row, columns)
    }),
  )
}

function isKey({ key }: GroupFigures, row: readonly Cell[], columns: readonly number[]): boolean {
  return key.every((part, index) => isNamed(part, row[columns[index] ?? -1] ?? null))
}

/** Each figure stands in a column that does not name the group. */
function holdsAll(group: GroupFigures | undefined, row: readonly Cell[], keys: readonly number[]): boolean {
  const rest = row.filter((_, column) => !keys.includes(column))
  return group !== undefined && group.figures.every((figured) => rest.some((cell) => isFigure(figured, cell)))
}

function columnsOf(rows: ShownRows['rows']): readonly number[] {
  return (rows[0] ?? []).map((_, column) => column)
}

/** Every way to choose so many columns, in any order. */
function columnChoices(rows: ShownRows['rows'], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]]
  return columnChoices(rows, size - 1).flatMap((chosen) =>
    columnsOf(rows).flatMap((column) => (chosen.includes(column) ? [] : [[...chosen, column]])),
  )
}

/** DuckDB's decimals and large integers arrive as text. */
function isClose(value: number, cell: Cell): boolean {
  if (typeof cell === 'boolean' || cell === null || cell === '') return false
  return Math.abs(Number(cell) - value) <= tolerance * Math.max(Math.abs(value), 1e-3)
}
