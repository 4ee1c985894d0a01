import { countingRanks, occurrenceVerbs } from '../../grammar/ranks.ts'
import { isFigure } from '../columns/table-columns.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { nextOf } from './begins-condition.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import { isSaidOtherwise, repeatsFigure } from './repeats-figure.ts'
import { repeatsSaid } from './repeats-said.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { namesRows } from './names-rows.ts'
import { startsAwaited, startsCondition } from './starts-condition.ts'
import { takesBound } from './takes-bound.ts'
import { isDetail, takeDetail } from './take-detail.ts'
import { countsOwnNoun, isEvent, isEventNoun, takeEvent, takeEventNoun } from './take-event.ts'
import { isGroupFigure, takeGroup } from './take-group.ts'
import { isGroupCondition, startGroupCondition } from './take-group-condition.ts'
import { takeInFilter } from './take-in-filter.ts'
import { takeMeasure } from './take-measure.ts'
import { asksPresence, takePresence } from './take-presence.ts'
import { isHalfSaid, isTruthCondition, passDeed, takeTruth } from './take-truth.ts'

/** Gives a column of a question its part: computed, split by, ranked, or the beginning of a condition. */
export function takeColumn(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  if (repeatsSaid(said, place, reading)) return
  if (reading.draft.mode === 'date') return takeNamedDate(said, place, reading)
  if (countsDeed(said, place, reading)) return
  if (takesAwaited(said, place, reading) || takesCondition(said, place, reading)) return
  if (takesWhatIsSaidOfRows(said, place, reading)) return
  takeAsked(said, place, reading)
}

/** "…, going by closed_at": the date was read before all else. */
function takeNamedDate(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes } = reading
  draft.mode = 'measure'
  // "the longest, going by life_expect": what is ranked by is no date.
  if (draft.request.rank !== null && notes.peek(said, isFigure) !== null) return takeMeasure(said, place, reading)
  if (notes.peek(said) === null) notes.unexplained(said.words.join(' '))
}

/** "which room got booked most", where `booked_through` tells how: it asks how often, of the rows. */
function countsDeed(said: ColumnPhrase, { rest: [next, ...more] }: Neighbours, { draft, notes }: RequestReading) {
  const [word = '', ...others] = said.words
  const isLast = next?.kind === 'rank' && countingRanks.has(next.word) && more.length === 0
  const isDeed = others.length === 0 && occurrenceVerbs.has(word.toLowerCase())
  const isVerb = isDeed && matchColumns(said.words, notes.columns)?.level === 'part'
  if (!isLast || !isVerb || said.isExact || draft.request.subjects.length !== 1) return false
  draft.request.mentionsRows = true
  return true
}

/** Whether words before it wait for it: "more than 200 bottles", "over 100 horsepower"; it then is taken so. */
function takesAwaited(said: ColumnPhrase, place: Neighbours, reading: RequestReading): boolean {
  if (reading.begun.waitsForBound && takesBound(said, reading)) return true
  if (startsAwaited(said, place, reading)) return true
  if (!isCorrelated(reading)) return false
  takeMeasure(said, place, reading)
  return true
}

function isCorrelated({ draft }: RequestReading): boolean {
  return draft.isCorrelating && draft.request.figures.length < 2 && draft.mode !== 'group'
}

/** Whether words behind it compare it, of the rows or of groups of them; a condition then starts with it. */
function takesCondition(said: ColumnPhrase, place: Neighbours, reading: RequestReading): boolean {
  if (!isGroupCondition(said, nextOf(place.rest, reading.draft.mode), reading))
    return startsCondition(said, place, reading)
  startGroupCondition(said, reading)
  return true
}

/** Whether it says what the rows are, have or what was done to them, or what else is told of them; it then is taken so. */
function takesWhatIsSaidOfRows(said: ColumnPhrase, place: Neighbours, reading: RequestReading): boolean {
  const { notes } = reading
  if (isHalfSaid(said, reading)) passDeed(said, reading)
  else if (isTruthCondition(said, reading)) takeTruth(said, place, reading)
  else if (isEvent(said, place, reading)) takeEvent(said, reading)
  else if (isEventNoun(said, reading)) takeEventNoun(said, reading)
  else if (countsOwnNoun(said, reading)) notes.unexplained(said.words.join(' '))
  else if (asksPresence(said, place, reading)) takePresence(said, reading)
  else if (isDetail(said, notes.peek(said), reading)) takeDetail(notes.choose(said), reading)
  else return false
  return true
}

/** What is split by, restricted or computed, as the words before it say. */
function takeAsked(said: ColumnPhrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes } = reading
  const { mode } = draft
  if (mode === 'group' && !isGroupFigure(said, reading)) return takeGroup(said, reading)
  if (mode === 'filter') return takeInFilter(said, place, reading)
  if (isSaidOtherwise(said, reading)) return notes.unexplained(said.words.join(' '))
  if (namesRows(said, reading) || (!draft.aggregatesAreFresh && repeatsFigure(said, reading))) return
  takeMeasure(said, place, reading)
}
