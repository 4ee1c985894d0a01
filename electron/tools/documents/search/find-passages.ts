import { nearestWord, type Spelling } from './nearest-word.ts'
import type { Wanted } from './read-query.ts'
import { splitWords, type Word } from './split-words.ts'
import type { Passage } from './split-passages.ts'

/** What one document holds of what is wanted: enough to rank its passages among those of others. */
export type Findings = {
  /** All its passages, and the words in them. */
  readonly passages: number
  readonly words: number
  /** In how many of its passages each thing is. */
  readonly found: readonly number[]
  /** For each thing that is nowhere in it, the word in it that is spelled most like it. */
  readonly spellings: readonly (Spelling | null)[]
  /** The best of its passages that hold any of it. */
  readonly matches: readonly PassageMatch[]
}

export type PassageMatch = Passage & {
  /** How often each thing is in it. One that is only in the heading right above it counts half. */
  readonly times: readonly number[]
  readonly words: number
  /** How many of the things asked one after the other stand so here. */
  readonly inOrder: number
  /** The words that were found, as they stand. */
  readonly matched: readonly string[]
}

/** A ranking over several documents needs no more of one. */
const maxMatches = 40

/** Looks for what is wanted in the passages of one document. */
export function findPassages(passages: readonly Passage[], wanted: readonly Wanted[]): Findings {
  const vocabulary = new Map<string, number>()
  const found = wanted.map(() => 0)
  const matches: PassageMatch[] = []
  let words = 0
  for (const passage of passages) {
    const own = splitWords(passage.text)
    words += own.length
    for (const { plain } of own) vocabulary.set(plain, (vocabulary.get(plain) ?? 0) + 1)
    const match = matchPassage(passage, own, wanted)
    match.times.forEach((times, index) => {
      if (times > 0) found[index] = (found[index] ?? 0) + 1
    })
    if (match.times.some((times) => times > 0)) matches.push(match)
  }
  const spellings = wanted.map((each, index) =>
    each.kind === 'word' && found[index] === 0 ? nearestWord(each.plain, vocabulary) : null,
  )
  return { passages: passages.length, words, found, spellings, matches: best(matches) }
}

function matchPassage(passage: Passage, own: readonly Word[], wanted: readonly Wanted[]): PassageMatch {
  const heading = passage.isFirstUnderHeading ? splitWords(passage.heading ?? '') : []
  const places = wanted.map((each) => placesOf(each, own))
  const times = wanted.map((each, index) => {
    const inText = places[index]?.length ?? 0
    return inText > 0 ? inText : placesOf(each, heading).length > 0 ? 0.5 : 0
  })
  const matched = places.flatMap((starts, index) =>
    starts.map((start) => passage.text.slice(own[start]?.start, own[start + lengthOf(wanted[index]) - 1]?.end)),
  )
  return { ...passage, times, words: own.length, inOrder: countInOrder(places), matched: differentWords(matched) }
}

/** The words at which it begins. */
function placesOf(wanted: Wanted, words: readonly Word[]): number[] {
  return words.flatMap((word, index) => {
    const isHere =
      wanted.kind === 'word'
        ? word.stem === wanted.stem
        : wanted.plain.every((plain, step) => words[index + step]?.plain === plain)
    return isHere ? [index] : []
  })
}

function lengthOf(wanted: Wanted | undefined): number {
  return wanted?.kind === 'phrase' ? wanted.plain.length : 1
}

/** Neighbours may have a word between them: "limit of refunds". */
function countInOrder(places: readonly (readonly number[])[]): number {
  let count = 0
  for (let index = 0; index + 1 < places.length; index++) {
    const next = new Set(places[index + 1])
    if (places[index]?.some((at) => [1, 2, -1, -2].some((step) => next.has(at + step)))) count++
  }
  return count
}

function differentWords(words: readonly string[]): string[] {
  const different = new Map(words.map((word) => [word.toLowerCase(), word.replaceAll(/\s+/g, ' ')]))
  return [...different.values()].slice(0, 8)
}

/** Those that hold the most different things, then the most of them. */
function best(matches: readonly PassageMatch[]): PassageMatch[] {
  const score = ({ times, inOrder, words }: PassageMatch) =>
    times.filter((each) => each > 0).length * 1000 +
    inOrder * 100 +
    times.reduce((sum, each) => sum + each, 0) / (words + 20)
  return matches
    .map((match, index) => ({ match, index, score: score(match) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, maxMatches)
    .sort((a, b) => a.index - b.index)
    .map(({ match }) => match)
}
