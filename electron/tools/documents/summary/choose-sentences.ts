import { emptyWords } from '../search/empty-words.ts'
import type { Sentence } from './prose-sentences.ts'

/** Comparing each with each of more would take seconds. */
const maxCompared = 400
const rounds = 30
/** LexRank's usual damping (Erkan and Radev, "LexRank", 2004). */
const damping = 0.15
const leadBonus = 0.25
const openingBonus = 0.35
/** How much of a sentence's worth is lost when a chosen one says the same. */
const repetition = 0.8

/**
 * The sentences that say most of a document, in their order: those most like the others (LexRank), first ones of the
 * document and its sections before others, none that says what a chosen one says. `count` null is by its length.
 * Deterministic.
 */
export function chooseSentences(sentences: readonly Sentence[], count: number | null): Sentence[] {
  const wanted = Math.min(sentences.length, count ?? usualCount(sentences.length))
  const vectors = toVectors(sentences)
  const compared = mostCentral(vectors)
  const ranks = rankByLikeness(compared.map((index) => vectors[index] ?? new Map()))
  const rated = compared.map((index, position) => ({
    index,
    worth: (ranks[position] ?? 0) + (sentences[index]?.isLead ? leadBonus : 0) + (index === 0 ? openingBonus : 0),
  }))
  const chosen: number[] = []
  while (chosen.length < wanted && rated.length > 0) {
    const worths = rated.map(({ index, worth }) => worth * (1 - repetition * likest(vectors, index, chosen)))
    const best = worths.indexOf(Math.max(...worths))
    chosen.push(...rated.splice(best, 1).map(({ index }) => index))
  }
  return chosen.sort((a, b) => a - b).flatMap((index) => sentences[index] ?? [])
}

/** Three of a page, four of two, five of four, … */
function usualCount(sentences: number): number {
  return Math.max(3, Math.min(12, 3 + Math.round(Math.log2(Math.max(1, sentences / 12)))))
}

type Vector = ReadonlyMap<string, number>

/** Words weighted by how rare they are, each vector of length one. */
function toVectors(sentences: readonly Sentence[]): Vector[] {
  const holding = new Map<string, number>()
  for (const { stems } of sentences) for (const stem of new Set(stems)) holding.set(stem, (holding.get(stem) ?? 0) + 1)
  return sentences.map(({ stems }) => {
    const vector = new Map<string, number>()
    for (const stem of stems) {
      if (emptyWords.has(stem)) continue
      vector.set(stem, (vector.get(stem) ?? 0) + Math.log(1 + sentences.length / (holding.get(stem) ?? 1)))
    }
    const length = Math.hypot(...vector.values()) || 1
    for (const [stem, weight] of vector) vector.set(stem, weight / length)
    return vector
  })
}

/** All, or of very many those most like the whole document; in order. */
function mostCentral(vectors: readonly Vector[]): number[] {
  const all = vectors.map((_, index) => index)
  if (vectors.length <= maxCompared) return all
  const centre = new Map<string, number>()
  for (const vector of vectors) for (const [stem, weight] of vector) centre.set(stem, (centre.get(stem) ?? 0) + weight)
  const central = vectors.map((vector) => likeness(vector, centre))
  return all
    .sort((a, b) => (central[b] ?? 0) - (central[a] ?? 0) || a - b)
    .slice(0, maxCompared)
    .sort((a, b) => a - b)
}

/** How much each is like those that are like many: from 0 to 1. */
function rankByLikeness(vectors: readonly Vector[]): number[] {
  const alike = vectors.map((one) => vectors.map((other) => likeness(one, other)))
  const shares = alike.map((row) => {
    const sum = row.reduce((total, each) => total + each, 0) || 1
    return row.map((each) => each / sum)
  })
  let ranks = vectors.map(() => 1 / vectors.length)
  for (let round = 0; round < rounds; round++) {
    const next = vectors.map(() => damping / vectors.length)
    shares.forEach((row, from) =>
      row.forEach((share, to) => {
        next[to] = (next[to] ?? 0) + (1 - damping) * share * (ranks[from] ?? 0)
      }),
    )
    ranks = next
  }
  const most = Math.max(...ranks, Number.EPSILON)
  return ranks.map((rank) => rank / most)
}

function likest(vectors: readonly Vector[], index: number, chosen: readonly number[]): number {
  return Math.max(0, ...chosen.map((each) => likeness(vectors[each] ?? new Map(), vectors[index] ?? new Map())))
}

function likeness(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
