import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { plainText } from '../../markdown.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { isTemporal } from '../columns/table-columns.ts'

/** "were borrowed", where `borrowed_on` says when: a verb that only tells which date the question is about. */
export function isEvent(said: ColumnPhrase, { before, rest }: Neighbours, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words
  const column = notes.peek(said)
  if (
    more.some((each) => !/^(on|at|in)$/i.test(each)) ||
    column === null ||
    !isTemporal(column) ||
    !isVerb(said, notes)
  )
    return false
  const isSaidOf = before?.kind === 'verb' || before?.kind === 'table' || before?.kind === 'column'
  if (column.name.toLowerCase() === word.toLowerCase() && !isSaidOf) return false
  const isListed = before?.kind === 'listing' && before.word !== 'who'
  if (draft.mode === 'group' || isListed || draft.request.asksWhen) return false
  const { countsRows, figures, isDistinct } = draft.request
  const isCounted = countsRows && (!isDistinct || draft.request.subjects.length > 0)
  if (isThird(said, rest)) return true
  return isCounted || figures.length > 0 || rest.some(({ kind }) => kind === 'rank')
}

/** "which depot ships the most" */
function isThird({ words: [word = ''] }: ColumnPhrase, [next]: Neighbours['rest']): boolean {
  return /[^s]s$/i.test(word) && next?.kind === 'rank'
}

/** A date that some rows lack: they were not. */
export function takeEvent(said: ColumnPhrase, { notes, conditions }: RequestReading): void {
  const column = notes.choose(said)
  if (column === null) return
  notes.useDate(column)
  if (column.missing === 0) return
  notes.assume(`“${plainText(said.words.join(' '))}” means that there is a *${plainText(column.name)}*`)
  conditions.missing(true)
  conditions.startWith(column)
}

/** "borrowed", and "borrow" after "did". */
function isVerb({ words: [word = ''], from }: ColumnPhrase, { question }: ReadingNotes): boolean {
  const plain = word.toLowerCase()
  if (/\b(did|does|do)\b/i.test(question.slice(0, from)) && !/(s|ing|ion|date)$/.test(plain)) return true
  return (
    plain.endsWith('ed') || irregularVerbs.some((forms) => forms.slice(2).includes(plain) && !plain.endsWith('ing'))
  )
}
