import type { FileEntry } from '../../../../shared/tool-results.ts'
import type { Situation } from '../ask-tool.ts'
import { resolvePlace } from '../documents/resolve-place.ts'
import { isDocument } from '../files.ts'
import { understandQuestion } from '../understand-question.ts'

const pointing = /^(it|this|that|(this|that|the same) (one|document|file|text|paper|report))$/i

/**
 * What a question about "it" is about: the one document an earlier question was. The words themselves where they do not
 * point back, something is attached, or nothing was spoken of.
 */
export function documentSpokenOf(
  words: string | null,
  files: readonly FileEntry[],
  { turn, toolNames }: Situation,
): string | null {
  if (words === null || !pointing.test(words) || turn.attachments.length > 0) return words
  for (const { question, attachments, exchanges } of turn.earlier.toReversed()) {
    const asked = understandQuestion(question)
    if (asked.kind !== 'document' || asked.place === null || pointing.test(asked.place)) continue
    const then = { turn: { question, attachments, exchanges, earlier: [] }, toolNames }
    const place = resolvePlace(asked.place, files, then)
    const [only, ...others] = place.kind === 'files' ? place.files.filter(isDocument) : []
    if (only !== undefined && others.length === 0) return only.path
  }
  return words
}
