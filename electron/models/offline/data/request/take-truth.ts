import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isTruth } from '../columns/table-columns.ts'
import { nextOf } from './begins-condition.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'

/** "active customers": a column of true and false is a condition by itself. */
export function isTruthCondition(said: ColumnPhrase, { draft, notes }: RequestReading): boolean {
  const column = notes.peek(said)
  const isCounted = draft.aggregatesAreFresh && draft.request.isDistinct
  return column !== null && isTruth(column) && draft.mode !== 'group' && !isCounted
}

export function takeTruth(said: ColumnPhrase, { rest }: Neighbours, reading: RequestReading): void {
  const { draft, notes, conditions } = reading
  const column = notes.choose(said)
  if (column === null) return
  if (nextOf(rest, draft.mode)?.kind === 'truth') conditions.startWith(column)
  else conditions.truth(column, true)
}

/** "sold to France" says nothing of `soldOnline`: how it was done is not said. */
export function isHalfSaid(said: ColumnPhrase, { notes }: RequestReading): boolean {
  const { words } = said
  const column = notes.peek(said)
  if (column === null || !isTruth(column)) return false
  const [deed = '', ...way] = wordsOfName(column.name)
  const isDeed = deed.endsWith('ed') || irregularVerbs.some((forms) => forms.slice(2).includes(deed))
  return isDeed && way.length > 0 && words.length === 1 && normalWord(words[0] ?? '') === deed
}

export function passDeed({ words: [word = ''] }: ColumnPhrase, { notes }: RequestReading): void {
  if (!stopWords.has(word.toLowerCase())) notes.unexplained(word)
}
