import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { edgeWords } from '../../grammar/time-words.ts'
import { own } from '../words/grammar-entries.ts'
import { plainText } from '../../markdown.ts'
import { isInPlural } from './is-in-plural.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { normalWord, stemOf } from '../../words.ts'
import type { Phrase } from '../words/phrase.ts'
import { eventWordsOf, isFigure, isTemporal, type Column } from '../columns/table-columns.ts'
import { endCount } from './take-aggregate.ts'

/** "were borrowed", where `borrowed_on` says when: a verb that only tells which date the question is about. */
export function isEvent(said: ColumnPhrase, { before, rest }: Neighbours, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words
  // "played more than 50 times" is counted: how long is not asked.
  const isCountedAfter = rest[0]?.kind === 'structure' && rest[2]?.kind === 'number' && rest[3]?.kind === 'rows'
  const column = notes.peek(said, isCountedAfter ? isTemporal : undefined)
  if (
    more.some((each) => !/^(on|at|in)$/i.test(each)) ||
    column === null ||
    !isTemporal(column) ||
    !isVerb(said, notes)
  )
    return false
  const isWho = before?.kind === 'listing' && before.word === 'who'
  const isSaidOf = before?.kind === 'verb' || before?.kind === 'table' || before?.kind === 'column' || isWho
  if (column.name.toLowerCase() === word.toLowerCase() && !isSaidOf) return false
  const isListed = before?.kind === 'listing' && before.word !== 'who'
  if (draft.mode === 'group' || isListed || draft.request.asksWhen) return false
  const { countsRows, figures, isDistinct, isListing, subjects } = draft.request
  const isCounted = countsRows && (!isDistinct || subjects.length > 0)
  if (isThird(said, rest) || isOfMeasure(said, column, { rest, notes })) return true
  // "which customers ordered mugs"
  const isDoneBy = (isListing || isWho) && subjects.length > 0 && more.length === 0 && before?.kind !== 'joint'
  const isOfRows = (before?.kind === 'table' || before?.kind === 'column') && rest.some(isSplitting)
  const isDone = isCounted || isDoneBy || isOfRows || figures.length > 0
  return isCountedAfter || isDone || rest.some(({ kind }) => kind === 'rank')
}

/** "jobs received per quarter", "shipped monthly": what happened to the rows says by which date they are split. */
function isSplitting(phrase: Phrase): boolean {
  return phrase.kind === 'structure' ? phrase.role === 'group' : phrase.kind === 'time' && phrase.isAdverb
}

/** "the landed value", where everything was landed: it says of the figure only that it was so. */
function isOfMeasure(
  { to }: ColumnPhrase,
  { missing }: Column,
  { rest: [next], notes }: { readonly rest: Neighbours['rest']; readonly notes: ReadingNotes },
): boolean {
  if (missing > 0 || next?.kind !== 'column' || next.from - to !== 1) return false
  const measured = notes.peek(next, isFigure)
  return measured !== null && isFigure(measured)
}

/** "arrivals in May", "pickings by crew": the plural of what a date tells of are the rows that have that date. */
export function isEventNoun(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words.map((each) => each.toLowerCase())
  const column = notes.peek(said)
  if (column === null || more.length > 0 || !isTemporal(column) || draft.mode === 'group') return false
  const isPlural = word.endsWith('s') && normalWord(word) !== word && !column.name.toLowerCase().includes(word)
  // "the last picking"
  // "orders for performances in May": the rows were named, and a noun that is the date's own name is none of theirs.
  if (isPlural && isOwnNoun(said, column)) return draft.namesTable
  const isOne = own(edgeWords, draft.request.rank?.word ?? '') !== undefined && /(ing|al|ment|ion|y)$/.test(word)
  return (isPlural || isOne) && eventWordsOf(column).some((event) => stemOf(event) === stemOf(word))
}

/** "performances" of a `performance_date`: so many days are not so many of them. */
function isOwnNoun({ words: [word = '', ...more] }: ColumnPhrase, column: Column): boolean {
  const isNoun = more.length === 0 && /(?:ance|ence|ment|tion|sion)s$/i.test(word)
  return isNoun && isTemporal(column) && eventWordsOf(column).includes(normalWord(word))
}

/** "how many performances", where `performance_date` tells of each when it was. */
export function countsOwnNoun(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = draft.mode === 'measure' && draft.request.countsRows ? notes.peek(said) : null
  return column !== null && isOwnNoun(said, column)
}

export function takeEventNoun(said: ColumnPhrase, reading: RequestReading): void {
  reading.draft.namesTable = true
  endCount(reading.draft)
  takeEvent(said, reading)
}

/** "which depot ships the most" */
function isThird({ words: [word = ''] }: ColumnPhrase, [next]: Neighbours['rest']): boolean {
  return isInPlural(word) && next?.kind === 'rank'
}

/** A date that some rows lack: they were not. */
export function takeEvent(said: ColumnPhrase, { notes, conditions }: RequestReading): void {
  const column = notes.choose(said, isTemporal)
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
