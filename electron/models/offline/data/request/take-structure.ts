import { ofEachNamed } from '../../grammar/structure-words.ts'
import type { Phrase } from '../words/phrase.ts'
import { partShareByCondition } from './part-share.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'

/** "by", "with", "of": what the next column is. */
export function takeStructure(phrase: PhraseOf<'structure'>, rest: readonly Phrase[], reading: RequestReading): void {
  const { role, isHaving } = phrase
  const { draft, notes, conditions } = reading
  // "…, each": of the values that were named before.
  if (rest.length === 0 && ofEachNamed.has(notes.wordsOf(phrase).toLowerCase())) {
    draft.isComparing = true
    return
  }
  if (role === 'filter') {
    partShareByCondition(phrase, reading)
    conditions.newCondition()
  } else if (role !== 'measure') conditions.drop()
  draft.mode = role
  if (role === 'group') draft.isSplit = true
  draft.isHaving = isHaving
}
