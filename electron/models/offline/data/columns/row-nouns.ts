import { countingColumns, neutralRowNouns, personColumns, personNouns, rowNounGroups } from '../../grammar/row-nouns.ts'
import { rowsByColumns, type RowKind } from '../../grammar/rows-by-columns.ts'
import { thingWords } from '../../grammar/additive.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import { coordinate } from '../words/say-directions.ts'
import { isValue } from '../values/is-value.ts'
import { eventFamilies } from './event-families.ts'
import { matchColumns } from './match-columns.ts'
import type { ValueLookup } from '../request/request.ts'
import { eventWordsOf, isIdentifier, isNumeric, isTemporal, type Column, type Table } from './table-columns.ts'
import { nameWithoutEnding } from './words-of-table.ts'

/** Shorter words stand in too many names by chance. */
const shortestPart = 5

export type RowNouns = {
  /** In the form of `normalWord`. */
  readonly words: ReadonlySet<string>
  /** Those the table's own name or columns speak of, which tell it from other tables. */
  readonly ofName: ReadonlySet<string>
}

/**
 * The words of a question that stand for a table's rows though they are not its name, no values of it, and not what the
 * table beside it is called. Which words of the name do not, `thingsBesideRows` says.
 */
export function rowNounsIn(question: string, table: Table, lookup: ValueLookup): RowNouns {
  const named = wordsOfName(nameWithoutEnding(table))
  const isOfOthers = (word: string) => table.beside?.has(word) === true && !named.includes(word)
  const said = (question.match(/[\p{L}'’-]+/gu) ?? []).filter((word) => !isValue(word, lookup)).map(normalWord)
  const words = new Set(said.filter((word) => !isOfOthers(word)))
  const byColumns = nounsByColumns(table)
  const ofName = [...words].filter(
    (word, index, all) =>
      isPartOf(word, named) || isSameKind(word, named) || isHalfOf(all, index, named) || byColumns.has(word),
  )
  const others = [...words].filter((word) => neutralRowNouns.has(word) || (personNouns.has(word) && isOfPeople(table)))
  return { words: new Set([...ofName, ...others]), ofName: new Set(ofName) }
}

/** What the rows are called by the columns they have: matches between teams, visits with a `visit_no`. */
export function nounsByColumns(table: Table): ReadonlySet<string> {
  return new Set([
    ...kindsOfRows(table).flatMap(({ nouns }) => nouns.map(normalWord)),
    ...keyNouns(table),
    ...eventNouns(table),
    ...placeNouns(table),
  ])
}

/** "patients" are the rows, where columns tell only of their age: a plural is no column that it is the first word of. */
export function nounsOfOtherNames(question: string, table: Table): readonly string[] {
  const byColumns = nounsByColumns(table)
  const plurals = (question.match(/\p{L}{3,}s\b/gu) ?? []).filter((word) => byColumns.has(normalWord(word)))
  return plurals.filter((plural) => {
    const word = normalWord(plural)
    const match = matchColumns([word], table.columns)
    const isBeginning = ({ name }: Column) => wordsOfName(name)[0] === word && wordsOfName(name).length > 1
    return match?.level === 'part' && match.columns.every(isBeginning)
  })
}

export function kindsOfRows({ columns }: Table): readonly RowKind[] {
  const words = new Set(columns.flatMap(({ name }) => wordsOfName(name)))
  return rowsByColumns.filter((kind) => kind.columns.every((any) => any.some((word) => words.has(normalWord(word)))))
}

/** The verbs that say only that such a row came to be, by its columns and by what the table is called: games are played. */
export function verbsOfRows(table: Table): readonly string[] {
  const words = wordsOfName(nameWithoutEnding(table))
  const head = words.at(-1) ?? ''
  // Rented were all of `rentals.csv`; of two things done in one name nobody knows which.
  const deeds = words.flatMap((word) => /^(\p{L}{3,})(?:al|ing|age|ment)$/u.exec(word)?.[1] ?? [])
  const named = rowsByColumns.filter(({ nouns }) => nouns.includes(head)).flatMap(({ verbs }) => verbs)
  const events = table.columns.filter(isTemporal).flatMap(eventWordsOf).map(stemOf)
  const ofName = [...named, ...(deeds.length === 1 ? deeds : [])]
  return [...kindsOfRows(table).flatMap(({ verbs }) => verbs), ...ofName.filter((verb) => !isOtherEvent(verb, events))]
}

/** Of tickets that have only a date of closing, "opened" tells another. */
function isOtherEvent(verb: string, events: readonly string[]): boolean {
  const dated = events.filter((event) => eventFamilies.some((family) => family.has(event)))
  return dated.some((event) => !eventFamilies.some((family) => family.has(event) && family.has(stemOf(verb))))
}

/** Rows with a latitude and a longitude are points, and where nothing has a date no two of them are one place. */
function placeNouns({ columns }: Table): readonly string[] {
  if (coordinate('latitude', columns) === null || coordinate('longitude', columns) === null) return []
  return columns.some(isTemporal) ? ['point'] : ['point', 'place', 'spot', 'location', 'site', 'position']
}

/** `booking_ref`, once in every row, counts bookings. */
function keyNouns({ columns, rows }: Table): readonly string[] {
  const keys = columns.filter(
    (column) => isIdentifier(column) && column.missing === 0 && column.distinct >= rows * 0.95,
  )
  const named = columns.filter(({ name, distinct, missing }) => {
    const words = wordsOfName(name)
    return words.length === 1 && thingWords.has(words[0] ?? '') && missing === 0 && distinct === rows
  })
  return [
    ...keys.flatMap(({ name }) => wordsOfName(name).slice(-2, -1)),
    ...named.flatMap(({ name }) => wordsOfName(name)),
  ]
}

/** Of tracks with a `played_at`, the plays; of runners with a `registered_on`, the registrations: what every row has a date of. */
function eventNouns({ columns }: Table): readonly string[] {
  const words = columns.filter((column) => isTemporal(column) && column.missing === 0).flatMap(eventWordsOf)
  const stems = words.filter((word) => /(ed|ing)$/.test(word) && word.length >= shortestEvent).map(stemOf)
  const bare = words.filter((word) => !/(ed|ing)$/.test(word)).map(stemOf)
  return [
    ...stems.flatMap((stem) => [stem, `${stem}ing`, `${stem}ment`]),
    ...bare.filter((stem) => stem.length >= shortestEvent).flatMap((stem) => [`${stem}ing`]),
    ...words.flatMap((word) => eventFamilies.filter((family) => family.has(word))).flatMap(nounsIn),
  ]
}

const shortestEvent = 4

/** "registration" beside registered, "arrival" beside arrived. */
function nounsIn(family: ReadonlySet<string>): readonly string[] {
  return [...family].filter((word) => /(tion|sion|ment|val|sal|very|try)$/.test(word))
}

/** "strikes" of `birdstrikes.csv`. */
function isPartOf(word: string, named: readonly string[]): boolean {
  return word.length >= shortestPart && named.some((each) => each !== word && each.includes(word))
}

/** "bird strikes" of `birdstrikes.csv`. */
function isHalfOf(words: readonly string[], index: number, named: readonly string[]): boolean {
  const [before = '', word = '', after = ''] = [words[index - 1], words[index], words[index + 1]]
  return named.includes(before + word) || named.includes(word + after)
}

function isSameKind(word: string, named: readonly string[]): boolean {
  return groups.some((group) => group.has(word) && named.some((each) => each !== word && group.has(each)))
}

const groups = rowNounGroups.map((group) => new Set(group.map(normalWord)))

/** Each row is one person: it has what people have, and no column tells how many there are. */
function isOfPeople({ columns }: Table): boolean {
  const has = (words: ReadonlySet<string>, of: typeof columns) =>
    of.some(({ name }) => wordsOfName(name).some((word) => words.has(word)))
  return has(personColumns, columns) && !has(countingColumns, columns.filter(isNumeric))
}
