import { matchColumns } from '../columns/match-columns.ts'
import { isTruth, yesOf, type Column } from '../columns/table-columns.ts'

/** "only the rush ones" as a condition, where a column of yes and no is called so; null for anything else. */
export function onlyTold(question: string, columns: readonly Column[]): string | null {
  const [, first, second] =
    /^(?:and |but |ok |now )*(?:(?:only|just) (?:the |those )?([\p{L}_ -]+?)(?: ones)?|the ([\p{L}_ -]+?) ones(?: only)?)[\s.?!]*$/iu.exec(
      question,
    ) ?? []
  const words = first ?? second
  const found = words === undefined ? null : matchColumns(words.split(/[\s_-]+/), columns)
  const [column, ...others] = found?.columns ?? []
  if (column === undefined || others.length > 0 || column.name.includes('"')) return null
  const yes = yesOf(column)
  if (yes !== null) return `where "${column.name}" is "${yes}"`
  return isTruth(column) ? `with "${column.name}"` : null
}
