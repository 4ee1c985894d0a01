import { amountRanks } from '../../grammar/ranks.ts'
import { wordsOfName } from '../../words.ts'
import { isNumeric, type Column } from '../columns/table-columns.ts'
import type { Phrase } from '../words/phrase.ts'
import type { ReadingNotes } from './reading-notes.ts'

/**
 * "at what latitude and longitude is the speed highest", "which latitude is calmest": a coordinate names the place where
 * something else is, and is only ranked itself by a word of the compass or by how high it is: "the highest latitude".
 */
export function asksPlace(column: Column, rest: readonly Phrase[], { question, columns }: ReadingNotes): boolean {
  if (!isCoordinate(column) || !asksWhich.test(question)) return false
  const others = columns
    .filter((each) => isNumeric(each) && !isCoordinate(each))
    .flatMap(({ name }) => wordsOfName(name))
  return rest.some(
    (phrase) =>
      (phrase.kind === 'rank' && (amountRanks.has(phrase.word) || sensed.has(phrase.word))) ||
      (phrase.kind === 'column' && phrase.words.flatMap(wordsOfName).some((word) => others.includes(word))),
  )
}

function isCoordinate(column: Column): boolean {
  return isNumeric(column) && wordsOfName(column.name).every((word) => coordinates.has(word))
}

const coordinates: ReadonlySet<string> = new Set(['latitude', 'lat', 'longitude', 'lon', 'lng', 'long'])
const asksWhich = /\b(?:which|what) (?:latitude|longitude|lat|lon|lng)s?\b/i
/** What is felt at a place, and is no word for how far north or east it is. */
const sensed: ReadonlySet<string> = new Set(
  'windiest calmest hottest warmest coldest coolest wettest driest rainiest snowiest sunniest busiest quietest'.split(
    ' ',
  ),
)
