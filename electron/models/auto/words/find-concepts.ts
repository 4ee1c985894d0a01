import { allWords } from './all-words.ts'
import { splitWords } from './split-words.ts'
import { createWordIndex } from './word-index.ts'
import { concepts, type Concept } from './word-table.ts'

export type ConceptCounts = Readonly<Record<Concept, number>>

/** How many words of each concept a text holds, whatever its language. */
export function findConcepts(text: string): ConceptCounts {
  const pieces = splitWords(text)
  const counts = zeros()
  // A place counts once for a concept: with what begins first, and is longest.
  const freeFrom = zeros()
  for (const start of pieces.keys()) {
    const free = index.matchesAt(pieces, start).filter(({ concept }) => freeFrom[concept] <= start)
    for (const concept of new Set(free.map((match) => match.concept))) counts[concept] += 1
    for (const { concept, length } of free) freeFrom[concept] = Math.max(freeFrom[concept], start + length)
  }
  return counts
}

const index = createWordIndex(allWords)

function zeros(): Record<Concept, number> {
  return Object.fromEntries(concepts.map((concept) => [concept, 0])) as Record<Concept, number>
}
