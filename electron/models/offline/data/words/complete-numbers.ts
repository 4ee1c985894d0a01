import { ordinalWords } from '../../grammar/number-words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isNumbered, isNumeric, type Column } from '../columns/table-columns.ts'
import { own } from './grammar-entries.ts'
import type { Phrase, Said } from './phrase.ts'

/** Phrases with what a number leaves unsaid put in: how often a column says that something was, and whose zero it is. */
export function completeNumbers(phrases: readonly Phrase[], columns: readonly Column[]): readonly Phrase[] {
  return phrases.flatMap((phrase, index): readonly Phrase[] => {
    const [before, next] = [phrases[index - 1], phrases[index + 1]]
    const place = { from: phrase.from, to: phrase.to }
    if (isTimes(phrase) && before?.kind === 'number' && isCounted(phrases, index - 1, columns)) return []
    if (phrase.kind === 'number' && next !== undefined && isTimes(next) && isNumberOf(before, columns))
      return [{ ...equal, ...place }, phrase]
    const times = isNumberOf(before, columns) && isVerb(before) ? timesOf(phrase) : null
    if (times !== null)
      return [
        { ...equal, ...place },
        { kind: 'number', value: times, unit: null, comparison: null, ...place },
      ]
    if (ordinalOf(phrase) !== null && isNumberOf(next, columns, isNumbered))
      return [{ kind: 'structure', role: 'filter', isHaving: false, ...place }]
    const ordinal = before === undefined ? null : ordinalOf(before)
    if (ordinal !== null && isNumberOf(phrase, columns, isNumbered))
      return [phrase, { kind: 'number', value: ordinal, unit: null, comparison: null, from: phrase.to, to: phrase.to }]
    const zeroOf = isZeroLeftOut(phrases, index) ? nearestNumbers(phrases, index, columns) : null
    return zeroOf === null ? [phrase] : zeroCondition(phrase, zeroOf)
  })
}

const equal: Said & { readonly kind: 'comparison' } = {
  kind: 'comparison',
  comparison: '=',
  isOfTime: false,
  quality: null,
}

/** "renewed three times" */
function isTimes(phrase: Phrase): boolean {
  return phrase.kind === 'open' && !phrase.isQuoted && /^times?$/i.test(phrase.words.join(' '))
}

/** Whether the number at a place is one of the column before it, or before its comparison. */
function isCounted(phrases: readonly Phrase[], index: number, columns: readonly Column[]): boolean {
  const before = phrases[index - 1]
  return isNumberOf(before?.kind === 'comparison' ? phrases[index - 2] : before, columns)
}

function isNumberOf(phrase: Phrase | undefined, columns: readonly Column[], is = isNumeric): boolean {
  return phrase?.kind === 'column' && (matchColumns(phrase.words, columns)?.columns.every(is) ?? false)
}

/** "the 3rd floor" */
function ordinalOf(phrase: Phrase): number | null {
  const word = phrase.kind === 'open' && !phrase.isQuoted ? phrase.words.join(' ').toLowerCase() : ''
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1]
  return digits === undefined ? (own(ordinalWords, word) ?? null) : Number(digits)
}

/** "fine twice" is not a fine of 2. */
function isVerb(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'column' && /ed$/i.test(phrase.words.join(' '))
}

/** "renewed twice" */
function timesOf(phrase: Phrase): number | null {
  // By itself it asks for what is there more than once.
  if (phrase.kind === 'analysis' && phrase.analysis === 'duplicates' && phrase.to - phrase.from === 'twice'.length)
    return 2
  const word = phrase.kind === 'open' && !phrase.isQuoted ? phrase.words.join(' ').toLowerCase() : ''
  const often = ['once', 'twice', 'thrice'].indexOf(word)
  return often < 0 ? null : often + 1
}

/** "leaving out zeros", "that is not zero" */
function isZeroLeftOut(phrases: readonly Phrase[], index: number): boolean {
  const [not, zero] = [phrases[index], phrases[index + 1]]
  return not?.kind === 'not' && zero?.kind === 'number' && zero.value === 0 && phrases[index + 2]?.kind !== 'column'
}

/** The column of numbers named last before a place, else the first after it. */
function nearestNumbers(phrases: readonly Phrase[], index: number, columns: readonly Column[]): Phrase | null {
  const isOne = (phrase: Phrase) => isNumberOf(phrase, columns)
  return phrases.slice(0, index).findLast(isOne) ?? phrases.slice(index).find(isOne) ?? null
}

function zeroCondition(not: Phrase, column: Phrase): readonly Phrase[] {
  const { from, to } = not
  return [{ kind: 'structure', role: 'filter', isHaving: false, from, to }, column, not, { ...equal, from, to }]
}
