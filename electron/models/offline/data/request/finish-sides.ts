import { plainText } from '../../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { Filter } from './request.ts'

/**
 * "points at home and away", "sales in cash and by card": values of one column side by side, each with its own preposition
 * or all that there are, ask for a figure of each. "kilos of cod and haddock" is one figure of both.
 */
export function finishSides({ request, isComparing, isSplit }: RequestDraft, notes: ReadingNotes): void {
  const { figures, countsRows, groups, subjects, rank, analysis, isDistinct, having } = request
  const isPlain = rank === null && analysis.kind === 'plain' && !isDistinct && !isComparing && !isSplit
  if (!isPlain || groups.length + subjects.length + having.length > 0) return
  if ((figures.length === 0 && !countsRows) || isOfAll.test(notes.question)) return
  const [sides, ...others] = request.filters.filter((filter) => isChoiceOfSides(filter, notes.question))
  if (sides === undefined || sides.kind === 'any' || others.length > 0) return
  request.groups = [plainGroup(sides.column)]
  notes.assume(`one figure for each *${plainText(sides.column.name)}* that was named`)
}

/** One figure of all of them, or of those that fit any. */
const isOfAll = /\b(?:or|both|either|together|altogether|combined|in total|in all|total of both|sum of both)\b/i

function isChoiceOfSides(filter: Filter, question: string): boolean {
  if (filter.kind !== 'values' || filter.isNegated || filter.values.length < 2 || !/\band\b|&/i.test(question))
    return false
  return filter.values.length === filter.column.distinct || hasTwoPlaces(filter.values, question)
}

/** "in cash and by card": each value behind a preposition. */
function hasTwoPlaces(values: readonly string[], question: string): boolean {
  const places = question.toLowerCase().matchAll(/\b(?:in|at|by|with|from|on|via|through|of|for) (?:the |an? )?/g)
  const said = [...places].map(({ index, 0: place }) => question.toLowerCase().slice(index + place.length))
  return values.every((value) => said.some((rest) => rest.startsWith(value.toLowerCase())))
}
