import { normalWord, wordsOfName } from '../../words.ts'
import { isText, type Column } from '../columns/table-columns.ts'

/** "kind of bike" is `bike_type`, where one column is called so, and "kind of weather" is `weather`, a column of kinds. */
export function sayKinds(question: string, columns: readonly Column[]): string {
  return question.replaceAll(/(?<!\p{L})(?:kinds?|types?|sorts?) of (\p{L}+)/giu, (said, thing: string) => {
    const column = only(columns.filter((each) => isKindOf(thing, each))) ?? ownColumn(thing, columns)
    return column === null || /"/.test(column.name) ? said : `"${column.name}"`
  })
}

function isKindOf(thing: string, { name }: Column): boolean {
  const [first, last, ...more] = wordsOfName(name)
  return more.length === 0 && first === normalWord(thing) && isKindWord(last)
}

/** Where another column tells kinds, they may be the ones of it. */
function ownColumn(thing: string, columns: readonly Column[]): Column | null {
  if (columns.some(({ name }) => wordsOfName(name).some(isKindWord))) return null
  return only(columns.filter((column) => isText(column) && wordsOfName(column.name).join(' ') === normalWord(thing)))
}

function isKindWord(word: string | undefined): boolean {
  return word === 'type' || word === 'kind' || word === 'sort'
}

function only(columns: readonly Column[]): Column | null {
  return columns.length === 1 ? (columns[0] ?? null) : null
}
