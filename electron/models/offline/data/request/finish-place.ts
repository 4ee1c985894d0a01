import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import { isPlaced } from '../sql/write-place.ts'

/** "what place does Brazil take": its place is one among the values of the column that Brazil is in. */
export function finishPlace(
  { request }: RequestDraft,
  { notes, conditions }: { readonly notes: ReadingNotes; readonly conditions: ConditionReader },
): void {
  if (request.analysis.kind !== 'place') return
  // Whose place it is may be among the words still to be looked up.
  if (conditions.hasOpenWords) {
    request.analysis = { kind: 'plain' }
    request.countsRows = request.figures.length === 0
    return
  }
  const [named, ...others] = request.filters.filter(isPlaced)
  if (named === undefined || others.length > 0)
    return notes.unclear('The place of what? Name one of them, and what they are compared by.')
  request.groups = [plainGroup(named.column)]
}
