import { aggregateWords } from '../grammar/aggregates.ts'
import { otherNames } from '../grammar/other-names.ts'
import { rankWords } from '../grammar/ranks.ts'
import { months, timeAdverbs, timeUnits } from '../grammar/time-words.ts'
import { editDistance, isMisspelling, slipsAllowed } from '../edit-distance.ts'
import { plainText } from '../markdown.ts'
import { normalWord, wordsOfName } from '../words.ts'
import type { Table } from './table-columns.ts'

export type Correction = { readonly question: string; readonly assumptions: readonly string[] }

/**
 * A question with its unexplained words spelt as words of the table or the grammar, where each has one that is nearest;
 * null when one has none, or nothing was misspelt.
 */
export function correctSpelling(question: string, unexplained: readonly string[], table: Table): Correction | null {
  let corrected = question
  const assumptions: string[] = []
  const ofTable = wordsOfTable(table)
  const known = [...ofTable, ...grammarWords]
  for (const word of unexplained) {
    // Spelt as it should be; what it stands beside was not.
    if (ofTable.some((each) => normalWord(each) === normalWord(word))) continue
    const meant = nearestWord(word, known)
    if (meant === null) return null
    corrected = corrected.replace(wholeWord(word), () => meant)
    assumptions.push(`took “${plainText(word)}” for “${plainText(meant)}”`)
  }
  return corrected === question && unexplained.length > 0 ? null : { question: corrected, assumptions }
}

function wordsOfTable({ name, columns }: Table): string[] {
  return [name, ...columns.map((column) => column.name)].flatMap(wordsOfName)
}

const grammarWords = [aggregateWords, rankWords, timeUnits, timeAdverbs, months]
  .flatMap((entries) => Object.keys(entries))
  .concat(otherNames.flat())
  .filter((word) => /^\p{L}+$/u.test(word))

/** The only word at the smallest distance; null when there is none, or two. */
function nearestWord(word: string, known: readonly string[]): string | null {
  const written = normalWord(word)
  // A month has no plural: "matches" are no March.
  const isNear = (each: string) =>
    Object.hasOwn(months, each) ? isMisspelling(word.toLowerCase(), each) : isMisspelling(written, normalWord(each))
  const near = [...new Set(known)].filter(isNear)
  const distance = (each: string) => editDistance(written, normalWord(each), slipsAllowed(written))
  const least = Math.min(...near.map(distance))
  const nearest = near.filter((each) => distance(each) === least)
  const isOne = new Set(nearest.map(normalWord)).size === 1
  return isOne ? (nearest[0] ?? null) : null
}

function wholeWord(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'iu')
}
