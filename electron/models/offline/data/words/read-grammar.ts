import { aggregateWords, namedPercentiles } from '../../grammar/aggregates.ts'
import { analysisWords, shareVerbs } from '../../grammar/analyses.ts'
import { chartWords } from '../../grammar/chart-kinds.ts'
import { averageComparisons } from '../../grammar/average-comparisons.ts'
import { comparisonWords, timeComparisons } from '../../grammar/comparisons.ts'
import { textMatches, textMatchFillers, type TextMatch } from '../../grammar/text-matches.ts'
import {
  hadSomeWords,
  havingWords,
  missingWords,
  negationWords,
  presentWords,
  truthWords,
  withoutWords,
} from '../../grammar/negations.ts'
import { comparativeQualities } from '../../grammar/quality-adjectives.ts'
import { commonWords, rankWords, tieDroppingWords, tieKeepingWords } from '../../grammar/ranks.ts'
import {
  comparingWords,
  distinctWords,
  jointWords,
  listingWords,
  rowWords,
  structureWords,
  whenWords,
} from '../../grammar/structure-words.ts'
import { timeAdverbs } from '../../grammar/time-words.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import type { Read, Said } from './phrase.ts'
import type { Token } from './split-question.ts'

/** The longest run of at least `shortest` words from `at` that stands in a table of the grammar. */
export function readGrammar(tokens: readonly Token[], at: number, shortest: number): Read | null {
  const percentile = readPercentile(tokens, at)
  if (percentile !== null) return percentile
  const match = longestEntry(tokens, at, (words) => own(textMatches, words), shortest)
  if (match !== null) return readMatch(tokens, at, match)
  const found = longestEntry(tokens, at, grammarPhrase, shortest)
  return found === null ? null : { said: found.entry, length: found.length }
}

/** Each table is tried with the same words, so that one phrase stands in one table only. */
function grammarPhrase(words: string): Said | undefined {
  return computingPhrase(words) ?? conditionPhrase(words) ?? structurePhrase(words)
}

function computingPhrase(words: string): Said | undefined {
  const aggregate = own(aggregateWords, words)
  if (aggregate !== undefined) return { kind: 'aggregate', aggregate, percent: null }
  const percent = own(namedPercentiles, words)
  if (percent !== undefined) return { kind: 'aggregate', aggregate: 'percentile', percent }
  const common = own(commonWords, words)
  if (common !== undefined) return { kind: 'rank', direction: common, word: words, isCommon: true }
  const direction = own(rankWords, words)
  if (direction !== undefined) return { kind: 'rank', direction, word: words, isCommon: false }
  if (tieDroppingWords.has(words) || tieKeepingWords.has(words))
    return { kind: 'ties', isDropping: tieDroppingWords.has(words) }
  const analysis = own(analysisWords, words)
  return analysis === undefined ? undefined : { kind: 'analysis', analysis }
}

function conditionPhrase(words: string): Said | undefined {
  const average = own(averageComparisons, words)
  if (average !== undefined) return { kind: 'average', comparison: average }
  const comparison = own(comparisonWords, words)
  if (comparison !== undefined) {
    const quality = own(comparativeQualities, words) ?? null
    return { kind: 'comparison', comparison, isOfTime: timeComparisons.has(words), quality }
  }
  if (negationWords.has(words)) return { kind: 'not' }
  if (withoutWords.has(words)) return { kind: 'without' }
  if (missingWords.has(words)) return { kind: 'missing', isPresent: false }
  if (hadSomeWords.has(words)) return { kind: 'had-some' }
  if (presentWords.has(words)) return { kind: 'missing', isPresent: true }
  const truth = own(truthWords, words)
  return truth === undefined ? undefined : { kind: 'truth', value: truth }
}

function structurePhrase(words: string): Said | undefined {
  if (havingWords.has(words)) return { kind: 'structure', role: 'filter', isHaving: true }
  const role = own(structureWords, words)
  if (role !== undefined) return { kind: 'structure', role, isHaving: false }
  const chart = own(chartWords, words)
  if (chart !== undefined) return { kind: 'chart', chart }
  const adverb = own(timeAdverbs, words)
  if (adverb !== undefined) return { kind: 'time', unit: adverb, isAdverb: true }
  if (comparingWords.includes(words)) return { kind: 'compare' }
  if (distinctWords.includes(words)) return { kind: 'distinct' }
  if (rowWords.includes(words)) return { kind: 'rows' }
  if (whenWords.includes(words)) return { kind: 'when' }
  if (listingWords.includes(words)) return { kind: 'listing', word: words }
  const joint = own(jointWords, words)
  if (joint !== undefined) return { kind: 'joint', word: joint }
  const verb = own(shareVerbs, words)
  return verb === undefined ? undefined : { kind: 'verb', verb }
}

/** "90th percentile", "p95" */
function readPercentile(tokens: readonly Token[], at: number): Read | null {
  const text = tokens[at]?.text.toLowerCase() ?? ''
  const short = /^p(\d{1,2})$/.exec(text)?.[1]
  const ordinal = /^(\d{1,2}(?:\.\d+)?)(?:st|nd|rd|th)?$/.exec(text)?.[1]
  const isSpelled = ordinal !== undefined && wordAt(tokens, at + 1) === 'percentile'
  const percent = short ?? (isSpelled ? ordinal : undefined)
  if (percent === undefined) return null
  return {
    said: { kind: 'aggregate', aggregate: 'percentile', percent: Number(percent) },
    length: isSpelled ? 2 : 1,
  }
}

/** "containing the word x": the text is one word, or several in quotes. */
function readMatch(
  tokens: readonly Token[],
  at: number,
  { entry, length }: { readonly entry: TextMatch; readonly length: number },
): Read | null {
  let next = at + length
  while (textMatchFillers.includes(wordAt(tokens, next)) && tokens[next + 1] !== undefined) next++
  const text = tokens[next]
  if (text === undefined || text.kind === 'mark') return null
  return { said: { kind: 'match', match: entry, text: text.text }, length: next + 1 - at }
}
