import type { Quality } from '../../grammar/qualities.ts'
import { plainText } from '../../markdown.ts'
import { columnsOfQuality } from './quality-columns.ts'
import { columnNames, type ReadingNotes } from '../request/reading-notes.ts'
import type { Column } from './table-columns.ts'

/** "heavier than 5 kg" is about the weight. `several` leaves a problem, null says nothing. */
export function columnOfQuality(quality: Quality | null, notes: ReadingNotes): Column | 'several' | null {
  const columns = quality === null ? [] : columnsOfQuality(quality, notes.columns, null).columns
  const [column, ...others] = columns
  if (column === undefined) return null
  if (others.length === 0) {
    notes.assume(`I compared the column *${plainText(column.name)}*`)
    return column
  }
  notes.unclear(`That may be about more than one column here: ${columnNames(columns)}. Name the one you mean.`)
  return 'several'
}
