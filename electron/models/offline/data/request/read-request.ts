import { BegunCondition } from './begun-condition.ts'
import { ConditionReader } from './condition-reader.ts'
import { DateReader } from './date-reader.ts'
import { FilterCollector } from './filter-collector.ts'
import { finishRequest } from './finish-request.ts'
import type { Phrase } from '../words/phrase.ts'
import { ReadingNotes } from './reading-notes.ts'
import { emptyDraft } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import type { ReadRequest, ValueLookup } from './request.ts'
import type { Column, Table } from '../columns/table-columns.ts'
import { takePhrase } from './take-phrase.ts'

/**
 * Gives every phrase its part. Nothing is guessed: a word without a part becomes a problem, and so does one that
 * fits two columns equally well. Without a lookup, open words are taken as values to be found later.
 */
export function readRequest(phrases: readonly Phrase[], of: Asked): ReadRequest {
  const reading = beginReading(of)
  const { draft, notes } = reading
  notes.goOnWithDate(of.earlierDate ?? null)
  useNamedDate(phrases, notes)
  if (phrases.some(isOfTwo)) reading.dates.keepEnds()
  for (const [index, phrase] of phrases.entries()) {
    takePhrase(phrase, { before: phrases[index - 1] ?? null, rest: phrases.slice(index + 1) }, reading)
  }
  if (of.countsNamed) draft.countsNamed = true
  if (of.goesOn) draft.goesOn = true
  finishRequest(draft, reading)
  const { problems, assumptions, quality, unsettled } = notes
  return { request: draft.request, problems, assumptions, quality, unsettled }
}

/** `goesOn`: what is not said may have been said in the question before. `earlierDate`: the date its times were about. */
type Asked = {
  readonly question: string
  readonly table: Table
  readonly lookup: ValueLookup
  readonly countsNamed: boolean
  readonly goesOn: boolean
  readonly earlierDate?: Column | null
}

function beginReading({ question, table, lookup }: Asked): RequestReading {
  const notes = new ReadingNotes(question, table)
  const collected = new FilterCollector(notes)
  const begun = new BegunCondition()
  const conditions = new ConditionReader(collected, { notes, begun, lookup })
  const dates = new DateReader(collected, { notes, begun })
  return { draft: emptyDraft(), notes, begun, conditions, dates, collected }
}

/** "…, going by closed_at" counts for all of the question, so it is read first. */
function useNamedDate(phrases: readonly Phrase[], notes: ReadingNotes): void {
  const at = phrases.findIndex((phrase) => phrase.kind === 'structure' && phrase.role === 'date')
  const named = phrases[at + 1]
  const column = at >= 0 && named?.kind === 'column' ? notes.peek(named) : null
  if (column !== null) notes.useDate(column)
}

/** A change is one between two times. */
function isOfTwo(phrase: Phrase): boolean {
  return phrase.kind === 'analysis' && (phrase.analysis === 'change' || phrase.analysis === 'difference')
}
