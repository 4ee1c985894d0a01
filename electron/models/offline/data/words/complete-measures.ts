import { isNumeric, isNumbered, isYearColumn, type Column } from '../columns/table-columns.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isYearNumber } from '../columns/year-number.ts'
import type { Phrase } from './phrase.ts'

/**
 * Phrases where only a light word parts a measure from what it is compared with: "used parts **for** more than £200", "parts
 * **costing** over 200", "spent over £200 **on** parts".
 */
export function completeMeasures(phrases: readonly Phrase[], columns: readonly Column[]): readonly Phrase[] {
  const light = phrases.flatMap((_, index) => [
    ...lightBehind(phrases, index, columns),
    ...lightBefore(phrases, index, columns),
  ])
  return light.length === 0 ? phrases : phrases.filter((_, index) => !light.includes(index))
}

/** "parts for more than £200": what stands between a measure and its comparison. */
function lightBehind(phrases: readonly Phrase[], index: number, columns: readonly Column[]): readonly number[] {
  const [before, measure, light, compared, number, after] = around(phrases, index)
  if (before?.kind === 'aggregate' || before?.kind === 'rank' || !isMeasure(measure, columns)) return []
  if (compared?.kind !== 'comparison' || !isAmount(number) || isNoun(after)) return []
  if (light?.kind === 'structure' && light.role === 'filter' && !light.isHaving)
    return countsRows(phrases, index) ? [index + 1] : []
  return light?.kind === 'open' && !light.isQuoted && isVerb(light.words) ? [index + 1] : []
}

/** "spent over £200 on parts": the measure stands behind, and the verb says no more than that it is one. */
function lightBefore(phrases: readonly Phrase[], index: number, columns: readonly Column[]): readonly number[] {
  const [before, compared, number, light, measure, after] = around(phrases, index)
  if (compared?.kind !== 'comparison' || !isAmount(number) || light?.kind !== 'structure' || light.role !== 'filter')
    return []
  if (!isMeasure(measure, columns) || isOperand(after) || light.isHaving) return []
  const isOfMoney = number?.kind === 'number' && number.unit !== null
  const isSaidByVerb = isMoneyVerb(before, columns)
  if (!isOfMoney && !isSaidByVerb) return []
  return isSaidByVerb ? [index - 1, index + 2] : before?.kind === 'column' ? [] : [index + 2]
}

/** A phrase with the one before and the four behind it. */
function around(phrases: readonly Phrase[], index: number): readonly (Phrase | undefined)[] {
  return Array.from({ length: 6 }, (_, at) => phrases[index - 1 + at])
}

/** "spend", "paid": a verb that is read as a column of figures though none is called so. */
function isMoneyVerb(phrase: Phrase | undefined, columns: readonly Column[]): boolean {
  const match = phrase?.kind === 'column' ? matchColumns(phrase.words, columns) : null
  if (phrase?.kind !== 'column' || !match?.columns.some(isNumeric)) return false
  return phrase.isExact ? phrase.to - phrase.from !== phrase.words.join(' ').length : match.level === 'synonym'
}

function isMeasure(phrase: Phrase | undefined, columns: readonly Column[]): boolean {
  if (phrase?.kind !== 'column') return false
  const found = matchColumns(phrase.words, columns)?.columns ?? []
  return found.length > 0 && found.every((column) => isNumeric(column) && !isNumbered(column) && !isYearColumn(column))
}

/** A year alone is a time. */
function isAmount(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'number' && (phrase.unit !== null || !isYearNumber(phrase.value))
}

/** "for more than 3 nights": the number is one of those. */
function isNoun(phrase: Phrase | undefined): boolean {
  return phrase !== undefined && ['column', 'table', 'rows', 'time', 'open'].includes(phrase.kind)
}

function isOperand(phrase: Phrase | undefined): boolean {
  return phrase !== undefined && ['number', 'range', 'comparison', 'open'].includes(phrase.kind)
}

/** Which of them are meant is said, and nothing is computed. */
function countsRows(phrases: readonly Phrase[], until: number): boolean {
  return phrases
    .slice(0, until)
    .some((phrase) => phrase.kind === 'listing' || (phrase.kind === 'aggregate' && phrase.aggregate === 'count'))
}

/** "costing", "coming to" */
function isVerb([word = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && /^\p{Ll}{3,}ing$/u.test(word)
}
