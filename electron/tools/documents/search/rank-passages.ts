import type { Findings, PassageMatch } from './find-passages.ts'

export type Found = { readonly path: string; readonly findings: Findings }

export type RankedPassage = PassageMatch & {
  readonly path: string
  /** Whether everything that was wanted is in it. */
  readonly isWhole: boolean
}

/** Okapi BM25 with its usual parameters (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const saturation = 1.2
const lengthWeight = 0.75
/** What two things asked one after the other add when they stand so. */
const orderWeight = 0.4

/**
 * Passages of several documents, best first, as if they were one collection: rare words count more, long passages less.
 * Those that hold everything come before those that do not, and these only when they hold at least half of it.
 */
export function rankPassages(found: readonly Found[]): RankedPassage[] {
  const total = (of: (findings: Findings) => number) => found.reduce((sum, { findings }) => sum + of(findings), 0)
  const passages = total((findings) => findings.passages)
  const meanWords = Math.max(1, total((findings) => findings.words) / Math.max(1, passages))
  const things = found[0]?.findings.found.length ?? 0
  const weights = Array.from({ length: things }, (_, index) =>
    rarity(
      total((findings) => findings.found[index] ?? 0),
      passages,
    ),
  )
  const ranked = found.flatMap(({ path, findings }) =>
    findings.matches.map((match) => {
      const held = match.times.filter((times) => times > 0).length
      return { path, match, held, score: scoreOf(match, { weights, meanWords }) }
    }),
  )
  const isAnyWhole = ranked.some(({ held }) => held === things)
  return ranked
    .filter(({ held }) => (isAnyWhole ? held === things : held * 2 >= things))
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => b.held - a.held || b.score - a.score || a.index - b.index)
    .map(({ path, match, held }) => ({ path, ...match, isWhole: held === things }))
}

/** Never negative, so that a word of every passage still counts. */
function rarity(holding: number, passages: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5))
}

function scoreOf(
  { times, words, inOrder }: PassageMatch,
  { weights, meanWords }: { readonly weights: readonly number[]; readonly meanWords: number },
): number {
  const norm = saturation * (1 - lengthWeight + (lengthWeight * words) / meanWords)
  const score = times.reduce((sum, each, index) => {
    return sum + ((weights[index] ?? 0) * each * (saturation + 1)) / (each + norm)
  }, 0)
  return score * (1 + orderWeight * inOrder)
}
