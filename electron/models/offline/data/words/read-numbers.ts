import { trailingComparisons } from '../../grammar/comparisons.ts'
import { numberWords, scaleWords, spokenScales, wordsBeforeOne } from '../../grammar/number-words.ts'
import { binWords, rangeWords } from '../../grammar/structure-words.ts'
import { longestEntry, own, wordAt } from './grammar-entries.ts'
import type { Read } from './phrase.ts'
import { unitOf } from './unit-of.ts'
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
  const trailing = trailingAt(tokens, at + first.length)
  return {
    said: { kind: 'number', value: first.value, unit: first.unit, comparison: trailing?.entry ?? null },
    length: first.length + (trailing?.length ?? 0),
  }
}

/** "5 or more", but not "above 5 and below 10": there another number follows. */
function trailingAt(tokens: readonly Token[], at: number) {
  const trailing = longestEntry(tokens, at, (words) => own(trailingComparisons, words))
  const next = at + (trailing?.length ?? 0)
  const goesOn = wordAt(tokens, next) === 'than' || numberAt(tokens, next, () => true) !== null
  return goesOn ? null : trailing
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
  const said = valueAt(tokens, start)
  if (said === null || (currency !== null && tokens[start]?.kind !== 'number')) return null
  let next = start + said.length
  const scaleWord = wordAt(tokens, next)
  const scale = spokenScales.has(scaleWord) ? (own(scaleWords, scaleWord) ?? 1) : 1
  if (scale > 1) next += 1
  const unitWord = wordAt(tokens, next)
  const unit = currency ?? (isColumn(unitWord) ? null : unitOf(unitWord))
  if (currency === null && unit !== null) next += 1
  return { value: said.value * scale, scale, unit, length: next - at }
}

/** The figure without its scale: in digits, in words ("twenty five"), or left out ("a dozen", "half a million"). */
function valueAt(tokens: readonly Token[], at: number): { readonly value: number; readonly length: number } | null {
  const token = tokens[at]
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  // "1.000" may be a thousand or one: better unread than wrong by a factor of it.
  if (token?.kind === 'number' && /^[1-9]\d{0,2}\.\d{3}$/.test(token.text)) return null
  if (token?.kind === 'number') return { value: Number(token.text), length: 1 }
  if (isOne(tokens, at)) return { value: 1, length: 1 }
  if (word === 'a' && spokenScales.has(next)) return { value: 1, length: 1 }
  if (word === 'half' && next === 'a' && spokenScales.has(wordAt(tokens, at + 2))) return { value: 0.5, length: 2 }
  if (word === 'one' && (spokenScales.has(next) || wordsBeforeOne.has(wordAt(tokens, at - 1))))
    return { value: 1, length: 1 }
  const value = own(numberWords, word)
  if (value === undefined) return null
  const ones = next === 'one' ? 1 : (own(numberWords, next) ?? 0)
  return value >= 20 && ones > 0 && ones < 10 ? { value: value + ones, length: 2 } : { value, length: 1 }
}

/** "at least an hour" */
function isOne(tokens: readonly Token[], at: number): boolean {
  const isArticle = ['a', 'an'].includes(wordAt(tokens, at)) && wordsBeforeOne.has(wordAt(tokens, at - 1))
  return isArticle && unitOf(wordAt(tokens, at + 1)) !== null
}
