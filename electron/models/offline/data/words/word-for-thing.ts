import { wordsOfFile } from '../../mention-files.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import type { Join } from '../tables/find-joins.ts'
import { isText, type Column } from '../columns/table-columns.ts'

/**
 * A question with the things that the second table lists said by the column that names them: over loans and members,
 * "which member" is which `name`. The same question where no such thing, or no such column, is there.
 */
export function wordForThing(question: string, { one, added }: Join): string {
  const thing = wordsOfFile(one.name).join(' ')
  const names = [...added].filter(([, column]) => namesRow(column, one.rows))
  const [name, ...others] = names
  if (name === undefined || others.length > 0) return question
  return question.replaceAll(/\p{L}{3,}/gu, (word) => (normalWord(word) === thing ? `"${name[0]}"` : word))
}

function namesRow(column: Column, rows: number): boolean {
  const isName = nameWords.has(wordsOfName(column.name).at(-1) ?? '')
  return isName && isText(column) && column.missing === 0 && column.distinct === rows
}

const nameWords: ReadonlySet<string> = new Set(['name', 'title', 'label'])
