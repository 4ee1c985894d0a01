import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import type { Phrase } from './phrase.ts'

/** Phrases with a measure and a plural that is a part of its name as one: "score **from clients**" is `client_score`. */
export function completeNames(
  phrases: readonly Phrase[],
  { question, columns }: { readonly question: string; readonly columns: readonly Column[] },
): readonly Phrase[] {
  const whole = phrases.map((_, index) => wholeName(phrases, index, { question, columns }))
  return phrases.flatMap((phrase, index): readonly Phrase[] => {
    const named = whole[index] ?? null
    if (named !== null) return [named]
    return (whole[index - 1] ?? whole[index - 2] ?? null) === null ? [phrase] : []
  })
}

function wholeName(
  phrases: readonly Phrase[],
  index: number,
  { question, columns }: { readonly question: string; readonly columns: readonly Column[] },
): Phrase | null {
  const [measure, place, noun, after] = phrases.slice(index, index + 4)
  if (measure?.kind !== 'column' || place?.kind !== 'structure' || noun === undefined) return null
  const isPlaced = /^(?:from|of|for|in)$/i.test(question.slice(place.from, place.to))
  const isNoun = noun.kind === 'column' || noun.kind === 'open' || noun.kind === 'table'
  if (!isPlaced || !isNoun || (after !== undefined && saysWhich.has(after.kind))) return null
  const word = question.slice(noun.from, noun.to)
  const single = normalWord(word)
  if (!/^\p{Ll}{3,}s$/u.test(word) || single === word) return null
  const found = matchColumns(measure.words, columns)?.columns ?? []
  const [column, ...others] = found.filter((each) => isFigure(each) && wordsOfName(each.name).includes(single))
  if (column === undefined || others.length > 0 || measure.words.map(normalWord).includes(single)) return null
  return { kind: 'column', words: [column.name], isExact: true, from: measure.from, to: noun.to }
}

/** "score from clients Ann and Bob" */
const saysWhich: ReadonlySet<Phrase['kind']> = new Set(['open', 'comparison', 'number', 'range', 'not', 'match'])
