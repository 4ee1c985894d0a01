import { servingPeople, servingVerbs } from '../../grammar/row-nouns.ts'
import { plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { Figure } from './request.ts'
import { addSubject, type RequestDraft } from './request-draft.ts'
import { peopleColumns } from '../columns/people-columns.ts'
import { isIdentifier, isText, type Column } from '../columns/table-columns.ts'

/**
 * "who was late the most": one of the people a column names. Where every row is one person, who is a row; where several
 * columns name people, the one meant is asked for.
 */
export function finishWho(draft: RequestDraft, notes: ReadingNotes): void {
  const { request, asksWho } = draft
  if (asksWho && request.rank === null)
    request.figures = request.figures.filter((figure) => !isOfCondition(figure, draft))
  if (!asksWho || request.groups.length > 0 || request.rank === null) return
  const things = request.subjects.map(({ column }) => column)
  if (peopleColumns(things).length > 0) return
  const people = servedPeople(peopleColumns(notes.columns), notes.question)
  const [column, ...others] = people
  // "who borrowed the most books": a book is not the one who did.
  if (column === undefined && things.length > 0) return notes.unclear('I find no column here that says who it was.')
  // Of the rows of an event nobody is the one: a second table may say who it was.
  const isNamed = notes.columns.some((each) => isText(each) && each.distinct === notes.rows)
  if (column === undefined && !isNamed) return notes.unclear('I find no column here that says who it was.')
  if (column === undefined || !things.every(isIdentifier)) return
  const [each, ...more] = people.filter(({ distinct }) => distinct === notes.rows)
  const [figure] = request.figures
  if (things.length === 0 && each !== undefined && figure?.aggregate === null) {
    request.mentionsRows = true
    return
  }
  if (things.length === 0 && each !== undefined && more.length === 0) {
    addSubject(each, draft)
    return
  }
  if (others.length > 0) return notes.askWhichIsMeant('who', people, (name) => notes.saidWith('who', `which "${name}"`))
  notes.assume(`“who” is about the column *${plainText(column.name)}*`)
  draft.namesTable = false
  addSubject(column, draft)
}

/** "who paid a fine over 5": what was paid is told by the condition already. */
function isOfCondition({ aggregate, column }: Figure, { request }: RequestDraft): boolean {
  return aggregate === null && request.filters.some((each) => each.kind === 'compare' && each.column === column)
}

/** Of pupils and teachers those that are taught, unless what teachers do was said. */
function servedPeople(people: readonly Column[], question: string): readonly Column[] {
  const [, verb = ''] = /\bwho(?: has| had| have)? (\p{L}+)/iu.exec(question) ?? []
  const served = people.filter(({ name }) => !servingPeople.has(wordsOfName(name).at(-1) ?? ''))
  return served.length === 1 && !servingVerbs.has(verb.toLowerCase()) ? served : people
}
