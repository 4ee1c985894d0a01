import { opponentColumns } from '../../grammar/column-roles.ts'
import { wordsOfName } from '../../words.ts'
import { isText, type Column } from '../columns/table-columns.ts'

/** "games against Rook House" compares nothing where one column tells who the opponent was. */
export function sayOpponents(question: string, columns: readonly Column[]): string {
  const [column, ...others] = columns.filter(
    (each) => isText(each) && opponentColumns.has(wordsOfName(each.name)[0] ?? ''),
  )
  if (column === undefined || others.length > 0 || column.name.includes('"')) return question
  return question.replaceAll(/(?<!\p{L})against (?=(?:the )?\p{Lu})/gu, () => `where "${column.name}" `)
}
