import type { Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import { readTable } from '../resolve/finish-readings.ts'
import type { Interpretation } from '../resolve/interpret-question.ts'
import { quoteNames } from '../words/quote-names.ts'

/** A reading, and the wording of the question that it read. */
export type Worded = { readonly reading: Interpretation; readonly question: string }

/**
 * Reads once more what no table explains before its values are known: with all that may be a value looked up, and with
 * names that are one value as one. Nothing is guessed.
 */
export function readNamedValues(
  situation: Situation,
  failed: readonly Interpretation[],
  question: string,
): Known<readonly Worded[]> {
  const quoted = quoteNames(situation, failed, question)
  if (quoted.kind === 'step') return quoted
  const readings = failed.map((reading, index): Worded => {
    const found = quoted.value[index]
    const isFound = found !== undefined && [...found.lookup.values()].some((hits) => hits.length > 0)
    // Else there is nothing to read otherwise than before.
    if (!isFound) return { reading, question }
    return { reading: readTable(found.question, reading.table, found.lookup), question: found.question }
  })
  return known(readings)
}
