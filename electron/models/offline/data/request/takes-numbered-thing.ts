import { countingRanks } from '../../grammar/ranks.ts'
import { isFigure, isNumbered } from '../columns/table-columns.ts'
import type { MeasureSaid } from './measure-said.ts'
import { addSubject, asksForValues, plainFigure } from './request-draft.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'

/** Whether a number is one of a thing and no amount: "which room"; the thing then is asked for, or counted. */
export function takesNumberedThing(asked: MeasureSaid, reading: RequestReading): boolean {
  const { column } = asked
  const { draft } = reading
  const { rank, figures } = draft.request
  if (!isNumbered(column) || !asksForValues(draft)) return false
  const isAsked = isThingAsked(asked, reading)
  if (!isAsked && rank === null) return false
  // "which floor has the most rooms" counts them; "the cheapest room" is ranked by something else.
  if (!isAsked && countingRanks.has(rank?.word ?? ''))
    draft.request.figures = [...figures, plainFigure('count', column)]
  else addSubject(column, draft)
  return true
}

function isThingAsked(asked: MeasureSaid, reading: RequestReading): boolean {
  const { isCounted, place } = asked
  return isCounted || ((place.before?.kind === 'listing' || isFirstOf(place)) && comparesOther(asked, reading))
}

/** "room with the worst average score" */
function isFirstOf({ before, rest: [next, after] }: Neighbours): boolean {
  return before === null && next?.kind === 'structure' && after?.kind === 'rank'
}

/** "which room has the best score": another figure follows, by which rooms are compared. */
function comparesOther({ column, place }: MeasureSaid, { notes }: RequestReading): boolean {
  return place.rest.some((phrase) => {
    if (phrase.kind === 'rank' && (phrase.isCommon || countingRanks.has(phrase.word))) return true
    const other = phrase.kind === 'column' ? notes.peek(phrase, isFigure) : null
    return other !== null && other !== column && isFigure(other)
  })
}
