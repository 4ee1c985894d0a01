import type { Situation } from '../../ask-tool.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { correctSpelling, type Correction } from '../words/correct-spelling.ts'
import { readTable } from './finish-readings.ts'
import { valuePhrases } from '../values/find-values.ts'
import type { Interpretation } from './interpret-question.ts'
import { lookUpValues } from '../values/look-up-values.ts'
import type { Worded } from '../values/read-named-values.ts'
import { nearValues, searchNear, type NearValues } from '../values/near-values.ts'
import { searchValues } from '../values/search-values.ts'
import { maxChoices, type OpenQuestion } from './resolution.ts'
import type { ValueHit } from '../request/request.ts'

/** With more words that mean nothing here, a question is about something else. */
const mostWords = 4

export type LooseReadings = { readonly readings: readonly Interpretation[]; readonly open: OpenQuestion | null }

/**
 * Reads once more what no table explains as it is written: words as values they come near to, then as other words
 * misspelt. A word that may be both stays unexplained.
 */
export function readLoosely(situation: Situation, failed: readonly Worded[]): Known<LooseReadings> {
  const unexplained = failed.flatMap((each) => unexplainedIn(each) ?? [])
  const fewest = Math.min(...unexplained.map(({ words }) => words.length))
  const asked = unexplained.filter(({ words }) => words.length === fewest)
  const found = searchValues(
    situation,
    asked.map(({ table, words }) => searchNear(words, table)),
  )
  if (found.kind === 'step') return found
  const loose = asked.map((each, index) => ({ ...each, ...bringNear(each, found.value[index] ?? []) }))
  const readable = loose.flatMap(({ correction, ...each }) => (correction === null ? [] : [{ ...each, correction }]))
  const lookups = lookUpValues(
    situation,
    readable.map(({ table, correction }) => readTable(correction.question, table, null)),
  )
  if (lookups.kind === 'step') return lookups
  const readings = readable.map(({ table, near, correction }, index) => {
    const exact = [...(lookups.value[index] ?? [])].filter(([, hits]) => hits.length > 0)
    const read = readTable(correction.question, table, new Map([...near, ...exact]))
    return read.kind === 'query' ? { ...read, assumptions: [...read.assumptions, ...correction.assumptions] } : read
  })
  return known({ readings, open: loose.find((each) => each.open !== null)?.open ?? null })
}

type Unexplained = {
  readonly table: Interpretation['table']
  readonly question: string
  readonly words: readonly string[]
}

/** The words a table leaves unexplained. What else is in the way may come of them, and shows again if it does not. */
function unexplainedIn({ reading, question }: Worded): Unexplained | null {
  if (reading.kind === 'query') return null
  const unknown = reading.problems.flatMap((each) => (each.kind === 'unexplained' ? [each.words] : []))
  const open = reading.open.flatMap(({ words, isQuoted }) => (isQuoted ? [] : words))
  // "not" finds nothing to leave out as long as that is unknown.
  const others = unknown.filter((each) => each !== 'not' && !isNumber(each))
  // "averge rate above 6": the number is in the way because the word before it is misspelt.
  const isOfOpen = unknown.every(isNumber) && open.length > 0
  const words = others.length > 0 ? others : isOfOpen ? open : unknown
  const isWritten = words.every((each) => /^[^\s"]+$/.test(each) && question.includes(each))
  return words.length > 0 && words.length <= mostWords && isWritten ? { table: reading.table, question, words } : null
}

function isNumber(word: string): boolean {
  return /^\d[\d.,]*$/.test(word)
}

type Near = {
  readonly near: ReadonlyMap<string, readonly ValueHit[]>
  /** Null when a word is left that nothing comes near to. */
  readonly correction: Correction | null
  readonly open: OpenQuestion | null
}

/** A number is no misspelling, and a word that names a table or column is no value. */
function bringNear({ table, question, words }: Unexplained, hits: readonly ValueHit[]): Near {
  const near = new Map<string, readonly ValueHit[]>()
  const explained = new Set<string>()
  const named = new Set(
    [table.name.replace(/\.\w+(?=#|$)/, ''), ...table.columns.map(({ name }) => name)].flatMap(wordsOfName),
  )
  const mayBeValue = (word: string) => !/^\d+$/.test(word) && !named.has(normalWord(word))
  for (const phrase of phrasesIn(question, words.filter(mayBeValue))) {
    const found = phrase.some((word) => explained.has(word)) ? null : nearValues(phrase.join(' ').toLowerCase(), hits)
    if (found === null) continue
    if (found.kind === 'several') return { near, correction: null, open: askWhichValue(question, phrase, found) }
    if (found.isGuess && correctSpelling(question, phrase, table) !== null)
      return { near, correction: null, open: null }
    near.set(phrase.join(' ').toLowerCase(), found.hits)
    for (const word of phrase) explained.add(word)
  }
  const rest = words.filter((word) => !explained.has(word))
  return { near, correction: correctSpelling(question, rest, table), open: null }
}

/** Runs of unexplained words that stand together in the question, longest first. */
function phrasesIn(question: string, words: readonly string[]): readonly (readonly string[])[] {
  const phrases = valuePhrases(words, false).filter((phrase) => question.toLowerCase().includes(phrase))
  return [...new Set(phrases)]
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.map((word) => words.find((each) => each.toLowerCase() === word) ?? word))
}

/** Null where there are too many to choose from, or one of them cannot stand in quotes. */
function askWhichValue(question: string, phrase: readonly string[], { hits }: NearValues): OpenQuestion | null {
  const values = [...new Set(hits.map(({ value }) => value))]
  if (values.length > maxChoices || values.some((value) => value.includes('"'))) return null
  const said = phrase.join(' ')
  const names = enumerate(
    values.map((value) => `“${plainText(value)}”`),
    'or',
  )
  return {
    prompt: `“${plainText(said)}” comes near to more than one value: ${names}. Which one do you mean?`,
    choices: values.map((value) => question.replace(said, () => `"${value}"`)),
  }
}
