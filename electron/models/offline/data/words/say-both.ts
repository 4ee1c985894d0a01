import { matchColumns } from '../columns/match-columns.ts'
import { isTruth, yesOf, type Column } from '../columns/table-columns.ts'

/** "average fee with and without rain" is the average fee by `rain`, where that is a column of yes and no. */
export function sayBoth(question: string, columns: readonly Column[]): string {
  return question.replaceAll(bothWays, (said, ...parts) => {
    const [before = '', after = ''] = parts as readonly (string | undefined)[]
    const words = after.split(' ')
    const isSame = before === '' || before === after || after === ''
    const named = [words, words.slice(0, 2), words.slice(0, 1)].find((each) => told(each, columns) !== null)
    const column = named === undefined ? null : told(named, columns)
    if (!isSame || column === null || named === undefined) return said
    return [`by "${column.name}"`, ...words.slice(named.length)].join(' ')
  })
}

const bothWays =
  /\bwith (?:(?:an? |the |any )?(\p{L}+(?: \p{L}+)?) )?(?:and|or|versus|vs\.?) without (?:an? |the |any )?(\p{L}+(?: \p{L}+){0,2})/giu

function told(words: readonly string[], columns: readonly Column[]): Column | null {
  const [column, ...others] = matchColumns(words, columns)?.columns ?? []
  const isTold = column !== undefined && (isTruth(column) || yesOf(column) !== null) && !column.name.includes('"')
  return isTold && others.length === 0 ? column : null
}
