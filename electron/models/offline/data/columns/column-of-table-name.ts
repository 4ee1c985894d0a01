import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from './match-columns.ts'
import { isText, yesOf, type Column, type Table } from './table-columns.ts'
import { nameWithoutEnding } from './words-of-table.ts'

/**
 * What a table is by, where no column is called so: the sectors of `jobless by sector.tsv` are its only column of names,
 * `series`. Null where there is more than one such column, or none.
 */
export function columnOfTableName(table: Pick<Table, 'name' | 'columns'>): { word: string; column: Column } | null {
  const [, word] =
    /\bby[ _-]+(?:the |each )?(\p{L}{3,})$/iu.exec(nameWithoutEnding(table).replace(/\s*\([^)]*\)$/, '')) ?? []
  if (word === undefined || matchColumns([word], table.columns) !== null) return null
  const names = table.columns.filter((column) => isText(column) && yesOf(column) === null)
  const [column, ...others] = names
  if (column === undefined || others.length > 0 || column.name.includes('"')) return null
  return { word: normalWord(word), column }
}

/** A question with what its table is by said as that column. */
export function sayTableColumn(question: string, table: Pick<Table, 'name' | 'columns'>): string {
  const found = columnOfTableName(table)
  if (found === null || !wordsOfName(question).includes(found.word)) return question
  return question.replaceAll(/(?<![\p{L}\p{N}"])\p{L}+(?![\p{L}\p{N}"])/gu, (said) =>
    normalWord(said) === found.word ? `"${found.column.name}"` : said,
  )
}
