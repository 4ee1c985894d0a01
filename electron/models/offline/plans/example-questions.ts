import type { Table } from '../data/columns/table-columns.ts'
import { speakableParts } from './speakable-parts.ts'

const longestQuestion = 120

/** Questions that some tables can answer, made from their own columns: at most two, of different kinds. */
export function exampleQuestions(tables: readonly Table[]): readonly string[] {
  const [table, ...others] = tables.filter(({ rows, columns }) => rows > 0 && columns.length > 0)
  if (table === undefined) return []
  const first = questionsOf(table)
  const [other = first[1]] = others.flatMap((each) => questionsOf(each).slice(0, 1))
  return [first[0], other].filter((each) => each !== undefined && each.length <= longestQuestion) as string[]
}

function questionsOf(table: Table): string[] {
  const { place, figure, group, time } = speakableParts(table)
  return [
    ...(figure !== null && group !== null ? [`${figure} by ${group} ${place}`] : []),
    ...(figure !== null && time !== null ? [`${figure} ${time} ${place}`] : []),
    ...(figure !== null ? [`${figure} ${place}`] : []),
    ...(group !== null ? [`number of rows by ${group} ${place}`] : []),
    `how many rows are ${place}`,
  ]
}
