import { trailingComparisons } from '../grammar/comparisons.ts'
import { numberWords, scaleWords, spokenScales } from '../grammar/number-words.ts'
import { binWords, rangeWords } from '../grammar/structure-words.ts'
import { units } from '../grammar/units.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import type { Read } from './phrase.ts'
import type { Token } from './split-question.ts'

/** A number from `at`, with its currency, scale, unit and "or more"; a range of two; or a width of bins. */
export function readNumbers(tokens: readonly Token[], at: number, isColumn: (word: string) => boolean): Read | null {
  const bins = longestEntry(tokens, at, (words) => (binWords.has(words) ? true : undefined))
  if (bins !== null) {
    const width = numberAt(tokens, at + bins.length, isColumn)
    return width === null || width.value <= 0
      ? null
      : { said: { kind: 'bins', width: width.value }, length: bins.length + width.length }
  }
  const first = numberAt(tokens, at, isColumn)
  if (first === null) return null
  const joint = wordAt(tokens, at + first.length)
  const isBetween = wordAt(tokens, at - 1) === 'between'
  const second = numberAt(tokens, at + first.length + 1, isColumn)
  if (second !== null && (rangeWords.has(joint) || (isBetween && joint === 'and'))) {
    // "2 to 3 million": a scale said once is meant for both.
    const low = second.scale > 1 && first.scale === 1 ? first.value * second.scale : first.value
    return {
      said: { kind: 'range', low, high: second.value, unit: second.unit ?? first.unit },
      length: first.length + 1 + second.length,
    }
  }
  const trailing = longestEntry(tokens, at + first.length, (words) => own(trailingComparisons, words))
  return {
    said: { kind: 'number', value: first.value, unit: first.unit, comparison: trailing?.entry ?? null },
    length: first.length + (trailing?.length ?? 0),
  }
}

type NumberRead = {
  readonly value: number
  readonly scale: number
  readonly unit: string | null
  readonly length: number
}

function numberAt(tokens: readonly Token[], at: number, isColumn: (word: string) => boolean): NumberRead | null {
  const currency = tokens[at]?.kind === 'mark' ? unitOf(tokens[at].text) : null
  const start = currency === null ? at : at + 1
  const token = tokens[start]
  if (token === undefined) return null
  const value = token.kind === 'number' ? Number(token.text) : own(numberWords, token.text.toLowerCase())
  if (value === undefined || (currency !== null && token.kind !== 'number')) return null
  let next = start + 1
  const scaleWord = wordAt(tokens, next)
  const scale = spokenScales.has(scaleWord) ? (own(scaleWords, scaleWord) ?? 1) : 1
  if (scale > 1) next += 1
  const unitWord = wordAt(tokens, next)
  const unit = currency ?? (isColumn(unitWord) ? null : unitOf(unitWord))
  if (currency === null && unit !== null) next += 1
  return { value: value * scale, scale, unit, length: next - at }
}

/** The first spelling of a unit; null when it is none. */
export function unitOf(word: string): string | null {
  return units.find((spellings) => spellings.includes(word.toLowerCase()))?.[0] ?? null
}
