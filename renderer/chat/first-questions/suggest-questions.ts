import { isNumeric } from '../../../shared/format-cell.ts'
import type { FileEntry, TableProfile } from '../../../shared/tool-results.ts'
import { dataFileOf, documentOf } from './telling-files.ts'

type Table = TableProfile['tables'][number]
type Column = Table['columns'][number]

const mostGroups = 40
const longestQuestion = 120

/**
 * Questions that the files of a folder can answer, in words that any model and the offline analyst understand: what an
 * agent may do with its tools, about names and columns that are there. The averages need no guess at what adds up.
 */
export function suggestQuestions(
  files: readonly FileEntry[],
  { profile, tools }: { readonly profile: TableProfile | null; readonly tools: readonly string[] },
): readonly string[] {
  const data = tools.includes('describe_data') ? dataFileOf(files) : undefined
  const document = tools.includes('describe_document') ? documentOf(files) : undefined
  const questions = [
    ...(data === undefined ? [] : [`Describe ${data.path}`]),
    ...(document === undefined ? [] : [`Summarise ${document.path}`]),
    ...(profile === null || !tools.includes('query_data') ? [] : questionsOf(profile)),
  ]
  return questions.filter((question) => question.length <= longestQuestion)
}

function questionsOf({ tables }: TableProfile): readonly string[] {
  const table =
    tables.find((each) => partsOf(each).figure !== undefined && partsOf(each).group !== undefined) ?? tables[0]
  if (table === undefined || table.rows === 0) return []
  const { figure, group, time } = partsOf(table)
  const place = `in ${placeOf(table)}`
  if (figure === undefined) return group === undefined ? [] : [`Number of rows by ${group} ${place}`]
  return [
    group === undefined ? `Average ${figure} ${place}` : `Average ${figure} by ${group} ${place}`,
    time === undefined ? `Histogram of ${figure} ${place}` : `Chart average ${figure} ${time} ${place}`,
    ...(group === undefined ? [] : [`Number of rows by ${group} ${place}`]),
  ]
}

function partsOf({ columns, rows }: Table) {
  const speakable = columns.filter(({ name }) => /^(?=.*\p{L})[\p{L}\p{N}_ ]{1,40}$/u.test(name))
  const [time, ...times] = columns.filter(({ type }) => /^(DATE|TIMESTAMP)/.test(type))
  return {
    figure: speakable.find((column) => isNumeric(column) && column.distinct > 1 && !isIdentifier(column, rows))?.name,
    group: speakable.find((column) => isGroup(column, rows))?.name,
    time: time === undefined || times.length > 0 ? undefined : spanOf(time),
  }
}

/** What only names or dates a row is no figure, nor is another whole number in every row. */
function isIdentifier({ name, type, distinct }: Column, rows: number): boolean {
  if (rows > mostGroups && distinct >= rows * 0.98 && /INT/.test(type)) return true
  return /(^|[_ \d]|(?<=[a-z])(?=[A-Z]))(id|key|code|number|no|nr|zip|phone|index|year|month|day|week)$/i.test(name)
}

function isGroup({ type, distinct }: Column, rows: number): boolean {
  return /^(VARCHAR|ENUM)/.test(type) && distinct > 1 && distinct <= Math.min(mostGroups, rows * 0.8)
}

function spanOf({ min, max }: Column): string | undefined {
  const years = Number(String(max).slice(0, 4)) - Number(String(min).slice(0, 4))
  return Number.isNaN(years) ? undefined : years >= 2 ? 'by year' : 'by month'
}

/** A sheet with marks or blanks in its name is read as one name between quotes. */
function placeOf({ name }: Table): string {
  return /#.*[^\p{L}\p{N}_-]/u.test(name) ? `"${name}"` : name
}
