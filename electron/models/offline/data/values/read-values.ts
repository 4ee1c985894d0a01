import { weakWords } from '../../grammar/stop-words.ts'
import { endOfWay, startOfWay, type EndOfWay } from '../../grammar/ways.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import type { Condition } from '../request/filter-collector.ts'
import { findValues, type FoundValues } from './find-values.ts'
import { isValue } from './is-value.ts'
import type { Phrase } from '../words/phrase.ts'
import { columnNames, valueQuality, type ReadingNotes } from '../request/reading-notes.ts'
import type { ValueLookup } from '../request/request.ts'
import type { Column } from '../columns/table-columns.ts'

type OpenPhrase = Extract<Phrase, { readonly kind: 'open' }>

/** Words as values that were found in the table; of the given column, where the question names one. */
export function readValues(
  said: OpenPhrase,
  of: { readonly lookup: NonNullable<ValueLookup>; readonly column: Column | null; readonly notes: ReadingNotes },
): readonly Condition[] {
  const { lookup, notes } = of
  const found = findValues(said.words, { lookup, column: of.column?.name ?? null, isQuoted: said.isQuoted })
  for (const unknown of found.unexplained) {
    if (!isWeak(unknown, said) && !isKindOfHit(unknown, found)) notes.unexplained(unknown)
  }
  // "the city recorded": a column that waits for a value must not get lost.
  if (of.column !== null && found.hits.length === 0 && found.unexplained.every((word) => isWeak(word, said)))
    notes.unexplained(of.column.name)
  return found.hits.flatMap(({ phrase, columns }): Condition[] => {
    const fitting = notes.columns.filter(({ name }) => columns.has(name))
    const [column, ...others] = fitting
    if (column === undefined) return []
    if (others.length === 0) {
      notes.quality += valueQuality
      return [{ kind: 'values', column, values: columns.get(column.name) ?? [] }]
    }
    const directed = directedColumn(said, fitting, of)
    if (directed !== null) {
      notes.quality += valueQuality
      notes.assume(`took “${plainText(phrase)}” for a value of *${plainText(directed.name)}*`)
      return [{ kind: 'values', column: directed, values: columns.get(directed.name) ?? [] }]
    }
    askWhichColumn(said, { phrase, columns: fitting, notes })
    return []
  })
}

/** "family tickets", where `ticket_type` is family. */
function isKindOfHit(word: string, { hits }: FoundValues): boolean {
  return hits.some(({ columns }) => [...columns.keys()].some((name) => wordsOfName(name).includes(normalWord(word))))
}

function isWeak(word: string, { isQuoted }: OpenPhrase): boolean {
  return !isQuoted && weakWords.has(word.toLowerCase())
}

/** "flights from SFO" start there, and "to SFO" end there; "ABQ to SFO" says the first by the second. */
function directedColumn(
  { from, to }: OpenPhrase,
  columns: readonly Column[],
  { lookup, notes }: { readonly lookup: NonNullable<ValueLookup>; readonly notes: ReadingNotes },
): Column | null {
  const before =
    notes.question
      .slice(0, from)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const said = before.slice(-3).findLast((word) => endsOfWay.some((end) => end.said.has(word))) ?? ''
  const [, named, word = ''] = /^\s*(?:to|into|->|→|=>)\s+(?:"([^"]+)"|(\p{L}+))/iu.exec(notes.question.slice(to)) ?? []
  const isFirst = said === '' && isValue(named ?? word, lookup)
  const end = isFirst ? startOfWay : endsOfWay.find((each) => each.said.has(said))
  const found = columns.filter(({ name }) => wordsOfName(name).some((each) => end?.columns.has(each)))
  return found.length === 1 ? (found[0] ?? null) : null
}

const endsOfWay: readonly EndOfWay[] = [startOfWay, endOfWay]

/** Each choice says the column before the value, in place of a preposition. */
function askWhichColumn(
  { from, to }: OpenPhrase,
  of: { readonly phrase: string; readonly columns: readonly Column[]; readonly notes: ReadingNotes },
): void {
  const { question } = of.notes
  const before = question.slice(0, from).replace(/\s(of|in|for|from|on|with|at)\s*$/i, ' ')
  const value = question.slice(from, to)
  of.notes.open(
    `“${plainText(of.phrase)}” is a value of more than one column here: ${columnNames(of.columns)}. Which one do you mean?`,
    of.columns.map(({ name }) => `${before}where "${name}" is ${value}${question.slice(to)}`.trim()),
  )
}
