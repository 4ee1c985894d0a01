import { countingColumns, neutralRowNouns, personColumns, personNouns, rowNounGroups } from '../grammar/row-nouns.ts'
import { normalWord, wordsOfName } from '../words.ts'
import type { ValueLookup } from './request.ts'
import { isNumeric, type Table } from './table-columns.ts'

/** Shorter words stand in too many names by chance. */
const shortestPart = 5

export type RowNouns = {
  /** In the form of `normalWord`. */
  readonly words: ReadonlySet<string>
  /** Those the table's own name speaks of, which tell it from other tables. */
  readonly ofName: ReadonlySet<string>
}

/** The words of a question that stand for a table's rows though they are not its name, and are no values of it. */
export function rowNounsIn(question: string, table: Table, lookup: ValueLookup): RowNouns {
  const named = wordsOfName(nameWithoutEnding(table))
  const words = new Set(
    (question.match(/[\p{L}'’-]+/gu) ?? []).filter((word) => !isValue(word, lookup)).map(normalWord),
  )
  const ofName = [...words].filter(
    (word, index, all) => isPartOf(word, named) || isSameKind(word, named) || isHalfOf(all, index, named),
  )
  const others = [...words].filter((word) => neutralRowNouns.has(word) || (personNouns.has(word) && isOfPeople(table)))
  return { words: new Set([...ofName, ...others]), ofName: new Set(ofName) }
}

export function nameWithoutEnding({ name }: Pick<Table, 'name'>): string {
  return name.replace(/\.\w+(?=#|$)/, '')
}

/** Whether a word was found among the table's values. */
export function isValue(word: string, lookup: ValueLookup): boolean {
  return (lookup?.get(word.toLowerCase()) ?? []).length > 0
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
