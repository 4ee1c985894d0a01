import { synonyms } from '../../grammar/synonyms.ts'
import { normalWord, wordsOfName } from '../../words.ts'

/** The groups of words that may stand for each other in which a phrase is, in the form of `normalWord`. */
export function groupsOf(phrase: string): readonly ReadonlySet<string>[] {
  return groupsOfPhrase.get(phrase) ?? []
}

/** Whether these words together are another word for something. */
export function isSynonymPhrase(words: readonly string[]): boolean {
  const phrase = words.map(normalWord).join(' ')
  return words.length > 1 && groupsOfPhrase.has(phrase)
}

/** By the phrase: every word is looked up among hundreds, against every column. */
const groupsOfPhrase = new Map<string, ReadonlySet<string>[]>()
for (const phrases of synonyms) {
  const group = new Set(phrases.map((phrase) => wordsOfName(phrase).join(' ')))
  for (const phrase of group) groupsOfPhrase.set(phrase, [...(groupsOfPhrase.get(phrase) ?? []), group])
}
