import { abbreviations } from '../../grammar/abbreviations.ts'
import { genericTails } from '../../grammar/name-units.ts'
import { pieceWords } from '../../grammar/figure-names.ts'
import { isSameFamily } from '../../words.ts'
import { own } from '../words/grammar-entries.ts'
import { isNearly } from './is-nearly.ts'
import { endsWithUnit, isDated, isMeasuredSo, isMeasureOf, saysMeasure, withoutUnit } from './says-measure.ts'
import { groupsOf } from './synonym-groups.ts'
import { isNumeric, type Column } from './table-columns.ts'
import { isTotalOfMoney } from './total-of-money.ts'
import { wordsOfColumn } from './words-of-column.ts'

/**
 * How well words name a column. `exact`: the whole name, whatever its spelling, order, abbreviations and unit.
 * `part`: among its words. `synonym`: initials, the beginning of a word, or another word for it.
 */
export type MatchLevel = 'exact' | 'part' | 'synonym'

/** `asked` and `name` in the form of `normalWord`; `name` has the words of the column's name. */
type Fits = (asked: readonly string[], name: readonly string[], column: Column) => boolean

/** The ways in which words may name a column, the best first. */
export const waysToName: readonly (readonly [MatchLevel, Fits])[] = [
  ['exact', (asked, name) => asked.join(' ') === name.join(' ')],
  ['exact', (asked, name) => asked.join('') === name.join('')],
  ['exact', (asked, name) => inFull(asked) === inFull(name) || inFull(asked) === inFull(withoutUnit(name))],
  ['exact', (asked, name, column) => saysMeasure(asked, name, column) && isNamedBefore(asked, name)],
  ['exact', (asked, name) => asked.length > 1 && endsWithUnit(asked, name) && isNamedBefore(asked, name)],
  // "minutes practised" are `practised_min`.
  ['exact', (asked, name) => asked.length === 2 && endsWithUnit(asked.toReversed(), name) && asked[1] === name[0]],
  ['exact', saysKind],
  ['exact', (asked, name, column) => saysCount(asked, name, column)],
  ['part', (asked, name) => asked.length === 1 && endsWithUnit(asked, name) && isMeasuredSo(name)],
  ['part', (asked, name) => asked.every((word) => name.includes(word)) && !isOnlyPiece(asked, name)],
  ['part', (asked, name) => endsWithUnit(asked, name) && includesAll(name, asked.slice(0, -1))],
  ['part', (asked, name) => includesAll(name.map(longForm), asked.map(longForm))],
  ['part', (asked, name, column) => saysMeasure(asked, name, column)],
  // "date issued" is `Issued`.
  ['part', (asked, name, column) => isDated(asked[0] ?? '', column) && saysMeasure(asked.toReversed(), name, column)],
  ['synonym', (asked, name) => asked.length === 1 && name.length > 1 && asked[0] === initials(name)],
  ['synonym', (asked, name) => groupsOf(asked.join(' ')).some((group) => namesOneOf(group, name))],
  ['synonym', (asked, name) => asked.length > 1 && asked.length === name.length && meanTheSame(asked, name)],
  [
    'synonym',
    (asked, name, column) =>
      asked.every((word) => name.some((each, at) => isSameFamily(word, each) && !isOtherDeed(word, at, column))),
  ],
  [
    'synonym',
    (asked, name, column) =>
      asked.every((word) => name.some((each, at) => isNearly(word, each) && !isOtherDeed(word, at, column))),
  ],
  ['synonym', (asked, name) => asked.length === 1 && isMeasureOf(asked[0] ?? '', name)],
  ['synonym', (asked, _, column) => isTotalOfMoney(asked, column)],
]

/** Words in full and in one order: "max temp" is `temperature_maximum`. */
function inFull(words: readonly string[]): string {
  return words.map(longForm).sort().join(' ')
}

function longForm(word: string): string {
  return own(abbreviations, word) ?? word
}

function isNamedBefore(asked: readonly string[], name: readonly string[]): boolean {
  return [name, withoutUnit(name)].some((each) => each.join(' ') === asked.slice(0, -1).join(' '))
}

/** "room type" for `room`. */
export function saysKind(asked: readonly string[], name: readonly string[]): boolean {
  return genericTails.has(asked.at(-1) ?? '') && asked.slice(0, -1).join(' ') === name.join(' ')
}

/** "page count" is `pages`: the number is in the column, and not of rows. */
function saysCount(asked: readonly string[], name: readonly string[], column: Column): boolean {
  return asked.at(-1) === 'count' && isNumeric(column) && asked.slice(0, -1).join(' ') === name.join(' ')
}

/** A `ratePerWord` is no number of words. */
function isOnlyPiece(asked: readonly string[], name: readonly string[]): boolean {
  const per = name.indexOf('per')
  return per > 0 && asked.every((word) => !name.slice(0, per + 1).includes(word))
}

function includesAll(name: readonly string[], asked: readonly string[]): boolean {
  return asked.every((word) => name.includes(word))
}

function initials(name: readonly string[]): string {
  return name.map((word) => word.slice(0, 1)).join('')
}

function namesOneOf(group: ReadonlySet<string>, name: readonly string[]): boolean {
  return group.has(name.join(' ')) || name.some((word) => group.has(word) && !(name.length > 1 && pieceWords.has(word)))
}

/** "ticket income" is `ticket_revenue`: word by word the same, or another word for it. */
function meanTheSame(asked: readonly string[], name: readonly string[]): boolean {
  const isSame = (word: string, each: string) => word === each || groupsOf(word).some((group) => group.has(each))
  return asked.some((word, at) => word === name[at]) && asked.every((word, at) => isSame(word, name[at] ?? ''))
}

/** "adopted" is not the `adoption_fee`, though "grossed" is the `US Gross`: a deed is no figure that it only belongs to. */
function isOtherDeed(word: string, at: number, column: Column): boolean {
  const name = wordsOfColumn(column)
  return word.endsWith('ed') && isNumeric(column) && name.length > 1 && at < withoutUnit(name).length - 1
}
