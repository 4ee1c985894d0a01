import { aggregateWords } from '../../grammar/aggregates.ts'
import { comparisonWords } from '../../grammar/comparisons.ts'
import { missingWords } from '../../grammar/negations.ts'
import { otherNames } from '../../grammar/other-names.ts'
import { commonWords, rankWords } from '../../grammar/ranks.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import {
  comparingWords,
  distinctWords,
  listingWords,
  structureWords,
  whenWords,
} from '../../grammar/structure-words.ts'
import { months, timeAdverbs, timeUnits, weekdays } from '../../grammar/time-words.ts'
import { editDistance, isMisspelling, slipsAllowed } from '../../edit-distance.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import type { Table } from '../columns/table-columns.ts'

export type Correction = { readonly question: string; readonly assumptions: readonly string[] }

/**
 * A question with its unexplained words spelt as words of the table or the grammar, where one is nearest; null when
 * nothing was misspelt. A word that nothing comes near to is left as it is.
 */
export function correctSpelling(question: string, unexplained: readonly string[], table: Table): Correction | null {
  let corrected = question
  const assumptions: string[] = []
  const ofTable = wordsToSpell(table)
  for (const word of unexplained) {
    // Spelt as it should be; what it stands beside was not.
    if (ofTable.some((each) => normalWord(each) === normalWord(word))) continue
    const meant = nearestWord(word, [...ofTable, ...grammarWords]) ?? swappedWord(word)
    if (meant === null) continue
    corrected = corrected.replace(wholeWord(word), () => meant)
    assumptions.push(`took “${plainText(word)}” for “${plainText(meant)}”`)
  }
  return corrected === question && unexplained.length > 0 ? null : { question: corrected, assumptions }
}

function wordsToSpell({ name, columns }: Table): string[] {
  return [name, ...columns.map((column) => column.name)].flatMap(wordsOfName)
}

const grammarWords = [aggregateWords, rankWords, timeUnits, timeAdverbs, months, weekdays, comparisonWords]
  .flatMap((entries) => Object.keys(entries))
  .concat(otherNames.flat(), wordsIn(comparisonWords), distinctWords, comparingWords, [...missingWords])
  .filter((word) => /^\p{L}+$/u.test(word))

function wordsIn(entries: object): readonly string[] {
  return Object.keys(entries).flatMap((phrase) => phrase.split(' '))
}

/** The only word at the smallest distance; null when there is none, or two. */
function nearestWord(word: string, known: readonly string[]): string | null {
  const written = normalWord(word)
  // A month has no plural: "matches" are no March.
  const isNear = (each: string) =>
    startsAlike(written, each) &&
    !isOtherForm(written, each) &&
    (Object.hasOwn(months, each) ? isMisspelling(word.toLowerCase(), each) : isMisspelling(written, normalWord(each)))
  const near = [...new Set(known)].filter(isNear)
  const distance = (each: string) => editDistance(written, normalWord(each), slipsAllowed(written))
  const least = Math.min(...near.map(distance))
  const nearest = near.filter((each) => distance(each) === least)
  const isOne = new Set(nearest.map(normalWord)).size === 1
  return isOne ? (nearest[0] ?? null) : null
}

/** "played" is spelt as it should be, and no player. */
function isOtherForm(written: string, each: string): boolean {
  const isForm = (word: string) => /(?:ed|ing|er|or|ion)$/.test(word)
  const isSame = stemOf(written) === stemOf(each) && written !== normalWord(each)
  return isSame && isForm(written) && isForm(normalWord(each))
}

/** A slip is seldom in the first letter: "early" is no "yearly". Only the first two change places. */
function startsAlike(written: string, meant: string): boolean {
  return written[0] === meant[0] || (written[0] === meant[1] && written[1] === meant[0])
}

/** "waht", "mnay": a short word of the question itself with two letters swapped, which is a slip of the fingers. */
function swappedWord(word: string): string | null {
  const written = word.toLowerCase()
  const found = [...new Set(shortWords)].filter((each) => isSwapped(written, each))
  return found.length === 1 ? (found[0] ?? null) : null
}

const shortWords = [...listingWords, ...whenWords, ...Object.keys(structureWords), ...wordsIn(aggregateWords)]
  .concat([...stopWords], wordsIn(commonWords), wordsIn(rankWords))
  .flatMap((phrase) => phrase.split(' '))
  .filter((word) => /^\p{L}{3,}$/u.test(word))

function isSwapped(written: string, meant: string): boolean {
  return (
    meant.length < 5 &&
    written.length === meant.length &&
    editDistance(written, meant, 1) === 1 &&
    isAnagram(written, meant)
  )
}

function isAnagram(a: string, b: string): boolean {
  const sorted = (word: string) => Array.from(word).sort().join('')
  return sorted(a) === sorted(b)
}

function wholeWord(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'iu')
}
