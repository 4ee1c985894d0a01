import { matchColumns } from '../columns/match-columns.ts'
import type { ValueLookup } from '../request/request.ts'
import { isValue } from '../values/is-value.ts'
import type { Column } from '../columns/table-columns.ts'

/** Words that a column in brackets right behind them stands for, in lower case: "in which state (name)". */
export function glossedWords(question: string, columns: readonly Column[], lookup: ValueLookup): readonly string[] {
  return [...question.matchAll(/(\p{L}{3,}) \(([^()]+)\)/gu)].flatMap(([, word = '', column = '']) => {
    const match = matchColumns(column.trim().split(/[\s_]+/), columns)
    return match?.level === 'exact' && !isValue(word, lookup) ? [word.toLowerCase()] : []
  })
}
