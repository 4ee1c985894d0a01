import { stemOf, normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, isText, mayBeNone, yesOf, type Column } from '../columns/table-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import { isInPlural } from './is-in-plural.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import { isAboutColumn } from './request-draft.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'

/** Whether a column's name asks for the rows that have something in it. */
export function asksPresence(said: ColumnPhrase, place: Neighbours, reading: RequestReading): boolean {
  return (
    isHadByRows(said, place, reading) ||
    isYesOfShare(said, reading) ||
    isYesInFilter(said, reading) ||
    isManyOfYes(said, place, reading) ||
    isHadAs(said, place, reading) ||
    isDoneTo(said, place, reading)
  )
}

/** "rooms with a sea view": yes in a column of yes and no, else that there is one. */
export function takePresence(said: ColumnPhrase, reading: RequestReading): void {
  const { notes, conditions, collected } = reading
  const column = notes.peek(said)
  const yes = column === null ? null : yesOf(column)
  if (yes === null) {
    conditions.missing(true)
    const chosen = notes.choose(said)
    if (chosen !== null) conditions.startWith(chosen)
    return
  }
  const chosen = notes.choose(said)
  if (chosen !== null) collected.add({ kind: 'values', column: chosen, values: [yes] })
}

/** "how many visits got a follow-up": what is counted was said, so what not every row has is a condition. */
function isHadByRows(said: ColumnPhrase, { before }: Neighbours, { draft, notes }: RequestReading): boolean {
  const { countsRows, isDistinct, rank, isListing, analysis } = draft.request
  const isPlain = !isDistinct && !isListing && rank === null && analysis.kind === 'plain'
  const column = before?.kind === 'joint' ? null : notes.peek(said)
  if (!countsRows || !isPlain || draft.mode === 'group' || column === null) return false
  // "runners from Sweden ran their first marathon", "how many of them can swim": a verb stands between.
  const isApart = before?.kind === 'open' || before?.kind === 'table' || ofThem.test(notes.question)
  if (yesOf(column) !== null && (draft.mode === 'measure' || isApart)) return true
  if (draft.aggregatesAreFresh || draft.mode !== 'measure') return false
  if (isDoneIn(said, column)) return draft.namesTable || draft.request.subjects.length > 0
  return draft.namesTable && !isFigure(column) && column.missing > 0
}

const ofThem = /\b(?:of|among) (?:them|those|these)\b/i

/** "how many runners finished", where `finish_minutes` tells who did. */
function isDoneIn({ words }: ColumnPhrase, { name }: Column): boolean {
  const [word = '', ...more] = words
  const isNamed = wordsOfName(name).includes(normalWord(word))
  return more.length === 0 && /ed$/i.test(word) && !isNamed && stemOf(wordsOfName(name)[0] ?? '') === stemOf(word)
}

/** "how many loans were fined": those with a fine, and not how much of it. */
function isDoneTo(said: ColumnPhrase, { before }: Neighbours, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words
  const isAfterBe = before?.kind === 'verb' && before.verb === 'is'
  const isVerb = more.length === 0 && isParticiple(word, notes)
  const column =
    isAfterBe && isVerb && draft.request.countsRows && draft.request.rank === null ? notes.peek(said) : null
  return column !== null && mayBeNone(column)
}

/** "fined", where no column is called so. */
function isParticiple(word: string, { columns }: ReadingNotes): boolean {
  return /[^e]ed$/i.test(word) && matchColumns([word], columns)?.level !== 'exact'
}

/** "insured visits": those with an insurer, where some have none. */
function isHadAs(said: ColumnPhrase, { rest: [next] }: Neighbours, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words
  const isBeforeRows = more.length === 0 && (next?.kind === 'table' || next?.kind === 'rows')
  const column = isBeforeRows && draft.mode !== 'group' ? notes.peek(said) : null
  if (column === null || !isText(column)) return false
  if (yesOf(column) !== null) return true
  return column.missing > 0 && isParticiple(word, notes)
}

/** "share of jobs under warranty": of a column of yes and no the yes. */
function isYesOfShare(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  return draft.request.analysis.kind === 'share' && draft.mode !== 'group' && column !== null && yesOf(column) !== null
}

/** "only the rush ones": yes, as where a column holds true and false. */
function isYesInFilter(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = draft.mode === 'filter' ? notes.peek(said) : null
  return column !== null && yesOf(column) !== null && !isAboutColumn(draft)
}

/** "returns per month", "orders returned by genre", where `Returned` tells which orders were. */
function isManyOfYes(said: ColumnPhrase, { before, rest }: Neighbours, { draft, notes }: RequestReading): boolean {
  const [word = '', ...more] = said.words
  const isPlural = isInPlural(word) && normalWord(word) !== word.toLowerCase()
  const isDone = before?.kind === 'table' && /ed$/i.test(word) && rest.some(isSplit)
  const isOne = more.length === 0 && (isPlural || isDone) && draft.mode === 'measure'
  const column = isOne ? notes.peek(said, (each) => !isFigure(each)) : null
  const { isListing, isDistinct, subjects, rank } = draft.request
  const isAskedOf = rank === null && (isListing || isDistinct || subjects.length > 0)
  return column !== null && yesOf(column) !== null && !isAskedOf && !/s$/i.test(column.name)
}

function isSplit(phrase: Phrase): boolean {
  return phrase.kind === 'structure' && phrase.role === 'group'
}
