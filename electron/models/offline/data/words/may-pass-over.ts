import {
  adjectiveEnding,
  bindingJoints,
  bindingLeads,
  bindingPrepositions,
  emptyAdverbs,
  emptyNouns,
  oppositeBeginning,
  opposingVerbs,
  owners,
  stateAdjectives,
  subjects,
  times,
  wholes,
} from '../../grammar/binding-words.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isNumeric, type Column } from '../columns/table-columns.ts'
import type { Phrase } from './phrase.ts'
import { splitQuestion, type Token } from './split-question.ts'
import { unitOf } from './unit-of.ts'

/** A question as it was read, in which the word is open. */
export type Said = {
  readonly question: string
  readonly phrases: readonly Phrase[]
  readonly columns: readonly Column[]
  /** All of its words that nobody knows. */
  readonly unknown: readonly string[]
}

/** Whether a word nobody knows stands where it can hardly tell which rows count, what is counted or how. */
export function mayPassOver(word: string, said: Said): boolean {
  if (!/^\p{Ll}{2,}$/u.test(word) || opposingVerbs.has(stemOf(word)) || bindingPrepositions.has(word)) return false
  const tokens = splitQuestion(said.question)
  const places = tokens.flatMap((token, index) => (token.text === word ? [index] : []))
  return places.length > 0 && places.every((index) => isIdle(placeOf(tokens, index, said)))
}

type Place = {
  readonly word: string
  readonly before: Token | undefined
  /** The word before its article. */
  readonly lead: string
  readonly next: Token | undefined
  /** The kinds of what stands right before the word but for an article, and right behind it. */
  readonly kindBefore: Phrase['kind'] | null
  readonly kindNext: Phrase['kind'] | null
  /** A whole name of a measure follows: "unemployment *rate*". */
  readonly isBeforeMeasure: boolean
}

function placeOf(tokens: readonly Token[], index: number, { question, phrases, columns, unknown }: Said): Place {
  const { text: word = '', from = 0, to = 0 } = tokens[index] ?? {}
  const isGap = (start: number, end: number) => start <= end && gap.test(question.slice(start, end))
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]]
  const run = phrases.find((each) => each.kind === 'open' && each.from <= from && each.to >= to)
  const isKnown = (token: Token | undefined) => token !== undefined && !unknown.includes(token.text)
  const isBehindOpen = run !== undefined && run.from < from && isKnown(before)
  const isBeforeOpen = run !== undefined && run.to > to && isKnown(tokens[index + 1])
  const following = isBeforeOpen ? undefined : phrases.find((each) => isGap(to, each.from))
  const isArticle = articles.has(before?.text.toLowerCase() ?? '')
  return {
    word,
    before,
    lead: ((isArticle ? beforeThat : before)?.text ?? '').toLowerCase(),
    next: tokens[index + 1],
    kindBefore: isBehindOpen ? 'open' : (phrases.findLast((each) => isGap(each.to, from))?.kind ?? null),
    kindNext: isBeforeOpen ? 'open' : (following?.kind ?? null),
    isBeforeMeasure: following?.kind === 'column' && isMeasure(following.words, columns),
  }
}

/** `temperature_c` is no more than a temperature; an `interest_rate` is. And "dusty bottles" are some of many. */
function isMeasure(words: readonly string[], columns: readonly Column[]): boolean {
  if (words.at(-1) !== normalWord(words.at(-1) ?? '')) return false
  const [column, ...others] = matchColumns(words, columns)?.columns ?? []
  if (column === undefined || others.length > 0 || !isNumeric(column)) return false
  const asked = words.map(normalWord)
  return wordsOfName(column.name).every(
    (word) => asked.includes(word) || word.length <= longestUnit || unitOf(word) !== null,
  )
}

const longestUnit = 2

export const articles: ReadonlySet<string> = new Set(['a', 'an', 'the', ...owners])
const gap = new RegExp(`^\\s*(?:(?:${[...articles].join('|')})\\s+)?$`, 'i')

function isIdle({ word, before, lead, next, kindBefore, kindNext, isBeforeMeasure }: Place): boolean {
  if (before?.kind === 'number' || next?.kind === 'number') return false
  if ([lead, next?.text ?? ''].some((each) => bindingJoints.has(each.toLowerCase()))) return false
  const isOwned = owners.has(before?.text.toLowerCase() ?? '')
  if (emptyAdverbs.has(word)) return true
  if (isBeforeMeasure && !isState(word) && !times.has(normalWord(word))) return true
  if (wholes.has(word) || wholes.has(before?.text.toLowerCase() ?? '')) return true
  if (bindingLeads.has(lead)) return false
  if (bindingPrepositions.has(lead)) return isOwned
  if (kindBefore !== null && asking.has(kindBefore)) return false
  // "the phone number", "dusty bottles"; and "racks break the most" counts what is broken.
  if (kindNext === 'aggregate' || kindNext === 'analysis' || kindNext === 'rank') return false
  if (emptyNouns.has(word)) return true
  if (isState(word)) return false
  const isBeforeNoun = kindNext !== null && naming.has(kindNext)
  // "members sing tenor", "we play black"
  if (subjects.has(lead)) return true
  if (kindBefore !== null && naming.has(kindBefore)) return isBeforeNoun || kindBefore === 'open'
  return !isBeforeNoun
}

function isState(word: string): boolean {
  return adjectiveEnding.test(word) || oppositeBeginning.test(word) || stateAdjectives.has(word)
}

/** Phrases that name something: what stands behind them may be a verb. */
const naming: ReadonlySet<Phrase['kind']> = new Set(['column', 'table', 'rows', 'open'])

/** Phrases that ask for what comes next. */
const asking: ReadonlySet<Phrase['kind']> = new Set([
  'aggregate',
  'analysis',
  'chart',
  'compare',
  'comparison',
  'distinct',
  'listing',
  'missing',
  'not',
  'number',
  'range',
  'rank',
  'structure',
  'time',
  'without',
])
