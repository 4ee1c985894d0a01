import { personNameColumns } from '../../grammar/row-nouns.ts'
import { plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { columnNames, type ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import { isIdentifier, isText, type Column } from '../columns/table-columns.ts'

/**
 * "who was late the most": one of the people a column names. Where every row is one person, who is a row; where several
 * columns name people, the one meant is asked for.
 */
export function finishWho(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, asksWho } = draft
  if (!asksWho || request.groups.length > 0 || request.rank === null) return
  const things = request.subjects.map(({ column }) => column)
  if (things.some(namesPeople)) return
  const people = notes.columns.filter(namesPeople)
  const [column, ...others] = people
  // "who borrowed the most books": a book is not the one who did.
  if (column === undefined && things.length > 0) return notes.unclear('I find no column here that says who it was.')
  if (column === undefined || !things.every(isIdentifier)) return
  const [each, ...more] = people.filter(({ distinct }) => distinct === notes.rows)
  if (things.length === 0 && each !== undefined && more.length === 0) {
    request.subjects = [...request.subjects, plainGroup(each)]
    return
  }
  if (others.length > 0) {
    return notes.open(
      `“who” may be about more than one column here: ${columnNames(people)}. Which one do you mean?`,
      people.map(({ name }) => notes.saidWith('who', `which "${name}"`)),
    )
  }
  notes.assume(`“who” is about the column *${plainText(column.name)}*`)
  draft.namesTable = false
  request.subjects = [...request.subjects, plainGroup(column)]
}

function namesPeople(column: Column): boolean {
  return isText(column) && personNameColumns.has(wordsOfName(column.name).at(-1) ?? '')
}
