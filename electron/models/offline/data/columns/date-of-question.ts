import { wordsOfName } from '../../words.ts'
import { plannedEvents } from '../../grammar/dated-events.ts'
import { eventFamilies, eventForms, meet } from './event-families.ts'
import { eventWordsOf, type Column, type Table } from './table-columns.ts'

export type DateChoice = { readonly column: Column; readonly isAssumed: boolean }

/**
 * Which of a table's dates some words such as "March 2023" are about: the one whose event the question speaks of, nearest
 * before them, else after them; else the one the table is called after; else the only one that every row has, or the first
 * of two moments. Null when none of that decides.
 */
export function dateOfQuestion(
  question: string,
  { dates, table, forWords }: { readonly dates: readonly Column[]; readonly table: Table; readonly forWords: string },
): DateChoice | null {
  const said = mentions(question, dates)
  const at = positionOf(forWords, question)
  const before = said.filter((each) => each.at < at).at(-1)
  if (before !== undefined) return { column: before.column, isAssumed: false }
  const after = new Set(said.filter((each) => each.at > at && !each.isNoun).map(({ column }) => column))
  const [next, ...others] = after
  if (next !== undefined && others.length === 0) return { column: next, isAssumed: false }
  const ofName = only(mentions(wordsOfName(table.name).join(' '), dates).map((each) => each.column))
  const column = ofName ?? onlyFull(dates) ?? beginning(dates) ?? onlyFull(dates.filter(isPast))
  return column === null ? null : { column, isAssumed: true }
}

type Mention = { readonly column: Column; readonly at: number; readonly isNoun: boolean }

/** Where the question speaks of what a date is of. What two dates have in common tells them not apart. */
function mentions(question: string, dates: readonly Column[]): Mention[] {
  const named = dates.map((column) => ({ column, forms: eventForms(eventWordsOf(column)) }))
  return [...question.matchAll(/\p{L}+(-\p{L}+)?/gu)].flatMap((word) => {
    const forms = eventForms([word[0]])
    const own = named.filter((each) => meet(each.forms, forms))
    const families = own.length > 0 ? [] : eventFamilies.filter((family) => meet(family, forms))
    const related = named.filter((each) => families.some((family) => meet(family, each.forms)))
    const [event, ...others] = own.length > 0 ? own : related
    if (event === undefined || others.length > 0) return []
    return [{ column: event.column, at: word.index, isNoun: isNoun(question.slice(0, word.index)) }]
  })
}

/** "with a return" speaks of a thing, "were returned" of what happened. */
function isNoun(before: string): boolean {
  return /\b(with|without|no|a|an|the|has|have|had) $/i.test(before)
}

/** The words as they stand, or their last one: "Dec 2023" was read as "December 2023". */
function positionOf(words: string, question: string): number {
  const text = question.toLowerCase()
  const found = [words, words.split(' ').at(-1) ?? words].map((each) => text.indexOf(each.toLowerCase()))
  return found.find((at) => at >= 0) ?? question.length
}

function only(columns: readonly Column[]): Column | null {
  const [column, ...others] = new Set(columns)
  return column === undefined || others.length > 0 ? null : column
}

/** Of two moments that every row has, the first is when it began: a pickup and a drop-off. */
function beginning(dates: readonly Column[]): Column | null {
  const [first, second, ...others] = dates.filter(({ missing }) => missing === 0)
  const isPair = first !== undefined && second !== undefined && others.length === 0
  return isPair && [first, second].every(({ type }) => type.startsWith('TIMESTAMP')) ? first : null
}

/** What expires or is due at a date has not happened then. */
function isPast(column: Column): boolean {
  return !eventWordsOf(column).some((word) => plannedEvents.has(word))
}

/** Borrowed every row is, returned not yet. */
function onlyFull(dates: readonly Column[]): Column | null {
  return only(dates.filter(({ missing }) => missing === 0))
}
