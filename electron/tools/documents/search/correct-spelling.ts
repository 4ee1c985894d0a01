import type { Findings } from './find-passages.ts'
import type { Wanted } from './read-query.ts'
import { splitWords } from './split-words.ts'

/** What was probably meant, when a word is in none of the documents and one spelled nearly so is; null when all stands. */
export function correctSpelling(wanted: readonly Wanted[], findings: readonly Findings[]): readonly Wanted[] | null {
  let isCorrected = false
  const corrected = wanted.map((each, index): Wanted => {
    if (findings.some(({ found }) => (found[index] ?? 0) > 0)) return each
    const [nearest] = findings
      .flatMap(({ spellings }) => spellings[index] ?? [])
      .toSorted((a, b) => a.distance - b.distance || b.times - a.times || (a.word < b.word ? -1 : 1))
    const [word] = splitWords(nearest?.word ?? '')
    if (word === undefined) return each
    isCorrected = true
    return { kind: 'word', asked: word.plain, plain: word.plain, stem: word.stem }
  })
  return isCorrected ? corrected : null
}
