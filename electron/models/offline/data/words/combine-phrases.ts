import { countedThings, personNouns } from '../../grammar/row-nouns.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { combineNames } from './combine-names.ts'
import { completeConditions } from './complete-conditions.ts'
import { completeMeasures } from './complete-measures.ts'
import { completeNumbers } from './complete-numbers.ts'
import { completeWays } from './complete-ways.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { Phrase } from './phrase.ts'
import { unitOf } from './unit-of.ts'
import { additivity, isFigure, type Column } from '../columns/table-columns.ts'

/** Phrases that mean something else together than each by itself. */
export function combinePhrases(all: readonly Phrase[], columns: readonly Column[]): Phrase[] {
  const isSpare = (index: number) =>
    isOwnUnit(all, index, columns) || isPeopleWho(all, index, columns) || isCountedThing(all, index, columns)
  const needed = all.filter((_, index) => !isSpare(index))
  const named = combineNames(needed, columns)
  const measured = completeMeasures(completeWays(named, columns), columns)
  const phrases = completeConditions(completeNumbers(measured, columns), columns)
  return phrases.map((phrase, index) => {
    if (phrase.kind === 'rank') return asExtreme(phrase, phrases, index)
    if (phrase.kind === 'when' && beginsCondition(phrases.slice(index + 1)))
      return { kind: 'structure', role: 'filter', isHaving: false, from: phrase.from, to: phrase.to }
    return phrase
  })
}

/** "lowest and highest price": both are figures, since nothing is ranked both ways. */
function asExtreme(phrase: Phrase & { readonly kind: 'rank' }, phrases: readonly Phrase[], index: number): Phrase {
  const isPaired =
    isEndBeside(phrase, phrases.slice(0, index).toReversed()) || isEndBeside(phrase, phrases.slice(index + 1))
  if (phrase.isCommon || !isPaired) return phrase
  const aggregate = phrase.direction === 'highest' ? 'max' : 'min'
  return { kind: 'aggregate', aggregate, percent: null, from: phrase.from, to: phrase.to }
}

/** "lowest, highest and average price": joined by "and" or a comma with the other end or another figure. */
function isEndBeside(phrase: Phrase & { readonly kind: 'rank' }, [first, second]: readonly Phrase[]): boolean {
  const isAnd = first?.kind === 'joint' && first.word === 'and'
  const other = isAnd ? second : first
  if (other === undefined) return false
  const gap = Math.max(phrase.from, other.from) - Math.min(phrase.to, other.to)
  const isListed = isAnd || (gap === comma && plainEnds.has(phrase.word))
  if (!isListed) return false
  if (other.kind === 'rank') return isOpposite(phrase, other) && (isAnd || plainEnds.has(other.word))
  return other.kind === 'aggregate' && plainEnds.has(phrase.word) && other.aggregate !== 'count'
}

/** Its length with the blank behind it. */
const comma = 2
const plainEnds: ReadonlySet<string> = new Set(['highest', 'lowest', 'largest', 'biggest', 'greatest'])

function isOpposite(a: Phrase & { readonly kind: 'rank' }, b: Phrase & { readonly kind: 'rank' }): boolean {
  return !b.isCommon && a.direction !== b.direction
}

/** "when the weather is fog", but not "when was the price the highest". */
function beginsCondition([column, ...rest]: readonly Phrase[]): boolean {
  if (column?.kind !== 'column') return false
  const next = rest.find(({ kind }) => kind !== 'verb' && kind !== 'not')
  const compared: readonly Phrase['kind'][] = [
    'open',
    'number',
    'range',
    'comparison',
    'average',
    'match',
    'truth',
    'missing',
  ]
  return next !== undefined && compared.includes(next.kind)
}

/** "culmen length in mm", where the column says so itself. */
function isOwnUnit(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const start = phrases[index]?.kind === 'structure' ? index : index - 1
  const [named, place, said] = phrases.slice(Math.max(start - 1, 0), start + 2)
  if (start < 1 || named?.kind !== 'column' || place?.kind !== 'structure' || place.role !== 'filter') return false
  const [last = '', ...more] = said?.kind === 'open' || said?.kind === 'column' ? said.words : []
  const unit = more.length === 0 ? unitOf(last) : null
  const found = unit === null ? null : matchColumns(named.words, columns)
  return found !== null && found.columns.every(({ name }) => wordsOfName(name).some((word) => unitOf(word) === unit))
}

/** "how many people were unemployed": the people are those that the column counts. */
function isPeopleWho(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const start = phrases[index]?.kind === 'verb' ? index - 1 : index
  const [count, people, verb, counted] = phrases.slice(Math.max(start - 1, 0), start + 3)
  if (start < 1 || count?.kind !== 'aggregate' || count.aggregate !== 'count') return false
  if (people?.kind !== 'open' || verb?.kind !== 'verb' || counted?.kind !== 'column') return false
  const isPerson = people.words.length === 1 && personNouns.has(normalWord(people.words[0] ?? ''))
  return isPerson && (matchColumns(counted.words, columns)?.columns.every(isFigure) ?? false)
}

/** "construction jobs": what a column of figures counts, said right after it. */
function isCountedThing(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const [counted, thing] = phrases.slice(Math.max(index - 1, 0), index + 1)
  if (counted?.kind !== 'column' || thing?.kind !== 'open' || thing.isQuoted || thing.words.length > 1) return false
  if (thing.from - counted.to > 1 || !countedThings.has(normalWord(thing.words[0] ?? ''))) return false
  const found = matchColumns(counted.words, columns)?.columns ?? []
  return found.length > 0 && found.every((column) => isFigure(column) && additivity(column) !== 'no')
}
