import { placeColumns } from '../../grammar/column-roles.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isText, type Column } from '../columns/table-columns.ts'

/** "customers from Oakham" are of that `Customer Town`, where one column tells where they are from. */
export function sayOrigins(question: string, columns: readonly Column[]): string {
  return question.replaceAll(/(?<!\p{L})(\p{L}+s) (?:from|in) (?=\p{Lu})/gu, (said, people: string) => {
    const [column, ...others] = columns.filter((each) => isPlaceOf(each, people))
    return column === undefined || others.length > 0 || column.name.includes('"') ? said : `"${column.name}" `
  })
}

function isPlaceOf(column: Column, people: string): boolean {
  const [who = '', place = '', ...more] = wordsOfName(column.name)
  const isSeveral = normalWord(people) !== people.toLowerCase()
  return isText(column) && isSeveral && who === normalWord(people) && more.length === 0 && placeColumns.has(place)
}
