import { computeFigure, type Figured } from './compute-figure.fixture.ts'
import type { Computation, Condition, Figure, Group, PeriodUnit } from './expectation.fixture.ts'
import { meetsCondition } from './meets-condition.fixture.ts'
import { periodOf, readDate } from './read-date.fixture.ts'
import type { RawRow } from './read-raw-rows.fixture.ts'

/** One part of what names a group: a value as text, or a period by its first day. */
export type KeyPart = { readonly text: string; readonly unit: PeriodUnit | 'value' }

export type GroupFigures = {
  /** `null` where the value is missing. */
  readonly key: readonly (KeyPart | null)[]
  /** One list of fair values for each figure asked for. */
  readonly figures: readonly Figured[]
}

export type Expected =
  /** `mayBeListed`: the figure counts things that may be shown instead, one a row. */
  | { readonly kind: 'figures'; readonly figures: readonly Figured[]; readonly mayBeListed: boolean }
  /** Values of a column, in any order. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Every group with its figures, in any order. Groups of missing values may be left out. */
  | { readonly kind: 'groups'; readonly groups: readonly GroupFigures[] }
  /** All groups in order; the first `keep` are asked for, or any that tie with them. */
  | { readonly kind: 'ranked'; readonly groups: readonly GroupFigures[]; readonly keep: number }

/** What is true of the raw rows of a data set. `rowsOf` gives those of a file by its name in the workspace. */
export function computeExpected(
  computation: Computation,
  rowsOf: (file: string | undefined) => readonly RawRow[],
): Expected {
  const { join, where = [], by = [], figure = 'rows', highest, lowest, having, rankOf, list } = computation
  const figures = Array.isArray(figure) ? figure : [figure]
  const all = join === undefined ? rowsOf(computation.in) : joinRows(rowsOf(computation.in), rowsOf(join.with), join.on)
  const rows = meetingAll(all, where)
  if (list !== undefined) return { kind: 'names', names: namesIn(rows, list) }
  if (by.length === 0) {
    const mayBeListed = figures.length === 1 && figures.every(countsThings)
    return { kind: 'figures', figures: figures.map((each) => figureOf(rows, each, rows)), mayBeListed }
  }
  const groups = withChanges(groupRows(rows, by, figures), figures)
  if (having !== undefined) return { kind: 'names', names: groups.filter(isWithin(having)).map(nameOf) }
  const keep = highest ?? lowest
  const ranked = groups
    .filter(hasKeyAndFigure)
    .toSorted((a, b) => (firstOf(b) - firstOf(a)) * (lowest === undefined ? 1 : -1))
  if (rankOf !== undefined) {
    const own = ranked.find((group) => nameOf(group) === rankOf)
    if (own === undefined) throw new Error(`There is no group “${rankOf}”.`)
    return {
      kind: 'figures',
      figures: [[1 + ranked.filter((group) => firstOf(group) > firstOf(own)).length]],
      mayBeListed: false,
    }
  }
  return keep === undefined ? { kind: 'groups', groups } : { kind: 'ranked', groups: ranked, keep }
}

/** Not a count of rows: those that are shown may be as many by accident. */
function countsThings(figure: Figure): boolean {
  return typeof figure === 'object' && ['distinct', 'missing', 'duplicates', 'outliers'].some((name) => name in figure)
}

function meetingAll(rows: readonly RawRow[], conditions: readonly Condition[]): readonly RawRow[] {
  return rows.filter((row) => conditions.every((condition) => meetsCondition(row, condition)))
}

/** Rows without a partner fall away. Throws when the key of the other file is not unique: the sums would be wrong. */
function joinRows(
  many: readonly RawRow[],
  one: readonly RawRow[],
  [left, right]: readonly [string, string],
): readonly RawRow[] {
  const byKey = new Map(one.map((row) => [String(row[right]), row]))
  if (byKey.size !== one.length) throw new Error(`“${right}” is not unique.`)
  return many.flatMap((row) => {
    const partner = byKey.get(String(row[left]))
    return partner === undefined ? [] : [{ ...partner, ...row }]
  })
}

function namesIn(rows: readonly RawRow[], column: string): readonly string[] {
  return [...new Set(rows.flatMap((row) => (row[column] === null ? [] : [String(row[column])])))]
}

function figureOf(rows: readonly RawRow[], figure: Figure, all: readonly RawRow[]): Figured {
  if (figure === 'rows') return computeFigure(rows, figure)
  if ('share' in figure)
    return share(computeOne(meetingAll(rows, figure.where), figure.share), computeOne(rows, figure.share))
  if ('shareOfTotal' in figure)
    return share(computeOne(rows, figure.shareOfTotal), computeOne(all, figure.shareOfTotal))
  if ('changeFromPrevious' in figure) return computeFigure(rows, figure.changeFromPrevious)
  if ('change' in figure) {
    return change(
      computeOne(meetingAll(rows, figure.from), figure.change),
      computeOne(meetingAll(rows, figure.to), figure.change),
    )
  }
  return computeFigure(rows, figure)
}

function computeOne(rows: readonly RawRow[], figure: Parameters<typeof computeFigure>[1]): number {
  return Number(computeFigure(rows, figure)[0] ?? 0)
}

/** As a part of one, or of a hundred. */
function share(part: number, whole: number): Figured {
  return [part / whole, (100 * part) / whole]
}

/** As a difference, as a part of one, or in percent. */
function change(before: number, after: number): Figured {
  return [after - before, after / before - 1, 100 * (after / before - 1)]
}

function groupRows(rows: readonly RawRow[], by: readonly Group[], figures: readonly Figure[]): readonly GroupFigures[] {
  const grouped = Map.groupBy(rows, (row) => JSON.stringify(by.map((group) => keyPart(row, group))))
  return [...grouped].map(([key, members]) => ({
    key: JSON.parse(key) as GroupFigures['key'],
    figures: figures.map((figure) => figureOf(members, figure, rows)),
  }))
}

function keyPart(row: RawRow, group: Group): KeyPart | null {
  const [unit, column] = typeof group === 'string' ? (['value', group] as const) : periodIn(group)
  const value = row[column]
  if (value === undefined) throw new Error(`There is no column “${column}”.`)
  if (unit === 'value') return value === null ? null : { text: String(value), unit }
  const date = readDate(value)
  return date === null ? null : { text: periodOf(date, unit), unit }
}

function periodIn(group: Exclude<Group, string>): readonly [unit: PeriodUnit, column: string] {
  const [entry] = Object.entries(group)
  if (entry === undefined) throw new Error('A group names a period and a column.')
  return entry as [PeriodUnit, string]
}

/** The first period has nothing before it. */
function withChanges(groups: readonly GroupFigures[], figures: readonly Figure[]): readonly GroupFigures[] {
  const place = figures.findIndex((figure) => typeof figure === 'object' && 'changeFromPrevious' in figure)
  if (place < 0) return groups
  const inOrder = groups.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return inOrder.map((group, index) => ({
    key: group.key,
    figures: group.figures.map((figured, at) => {
      const before = inOrder[index - 1]?.figures[at]?.[0]
      if (at !== place) return figured
      return before === undefined ? [] : change(Number(before), Number(figured[0]))
    }),
  }))
}

function nameOf({ key }: GroupFigures): string {
  return key.map((part) => part?.text ?? '').join(' ')
}

function firstOf({ figures }: GroupFigures): number {
  return Number(figures[0]?.[0])
}

function hasKeyAndFigure({ key, figures }: GroupFigures): boolean {
  return !key.includes(null) && figures[0]?.[0] !== undefined
}

function isWithin([operator, limit]: NonNullable<Computation['having']>): (group: GroupFigures) => boolean {
  return (group) => {
    const value = firstOf(group)
    if (!hasKeyAndFigure(group)) return false
    return { '>': value > limit, '>=': value >= limit, '<': value < limit, '<=': value <= limit }[operator]
  }
}
