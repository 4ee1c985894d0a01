import { plainText } from '../markdown.ts'
import { additivity, isFigure, isTemporal, isText, type Column, type Table } from '../data/table-columns.ts'
import { wordsOfName } from '../words.ts'

const mostGroups = 40
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
  const columns = table.columns.filter(isSpeakable)
  const figure = columns.find((column) => additivity(column) === 'yes') ?? columns.find(isFigure)
  const groups = columns.filter(
    (column) => isText(column) && column.distinct > 1 && column.distinct <= Math.min(mostGroups, table.rows * 0.8),
  )
  const date = table.columns.filter(isTemporal)
  const place = `in ${table.name}`
  const figureWords =
    figure === undefined ? null : `${additivity(figure) === 'yes' ? 'total' : 'average'} ${figure.name}`
  const [group] = groups
  return [
    ...(figureWords !== null && group !== undefined ? [`${figureWords} by ${group.name} ${place}`] : []),
    ...(figureWords !== null && date.length === 1 ? [`${figureWords} by year ${place}`] : []),
    ...(figureWords !== null ? [`${figureWords} ${place}`] : []),
    ...(group !== undefined ? [`number of rows by ${group.name} ${place}`] : []),
    `how many rows are ${place}`,
  ]
}

/** A name that can be said as it is: some hold only marks, or words that ask for something else. */
function isSpeakable(column: Column): boolean {
  return (
    wordsOfName(column.name).length > 0 && plainText(column.name).length <= 40 && /^[\p{L}\p{N}_ ]+$/u.test(column.name)
  )
}
