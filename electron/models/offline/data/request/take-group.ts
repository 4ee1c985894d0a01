import { timeUnits } from '../../grammar/time-words.ts'
import { normalWord } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, isTemporal, type Column } from '../columns/table-columns.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import { addGroup, plainGroup } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'

/** "by region": a column to split by. */
export function takeGroup(said: ColumnPhrase, { draft, notes, conditions }: RequestReading): void {
  conditions.drop()
  const column = notes.choose(said, (each) => !isFigure(each))
  if (column === null || isDateOfGroup(column, draft)) return
  // A date column called "Year" is one day of each: what is asked for is the year.
  const unit = isTemporal(column) ? (timeUnits[normalWord(said.words.join(' '))] ?? null) : null
  addGroup(draft, 'groups', { ...plainGroup(column), unit })
}

/** "by month they started in", "by year sold": the date that the step of time is of, and no group of its own. */
function isDateOfGroup(column: Column, { request }: RequestReading['draft']): boolean {
  const last = request.groups.at(-1)
  if (last === undefined || last.unit === null || !isTemporal(column)) return false
  request.groups = [...request.groups.slice(0, -1), { ...last, column }]
  return true
}

/** In "top 5 products by amount" and "what place … by amount", `by` names what is compared and not a group. */
export function isGroupFigure(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const { rank, subjects, figures, mentionsRows, analysis } = draft.request
  const isRanked = rank !== null && (subjects.length > 0 || mentionsRows || draft.namesTable)
  if (figures.length > 0 || !(isRanked || analysis.kind === 'place' || draft.isComparing)) return false
  return said.isExact || matchColumns(said.words, notes.columns.filter(isFigure)) !== null
}
