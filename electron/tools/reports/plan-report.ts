import { AppError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { RunState } from '../../../shared/run-events.ts'
import { answeredQuestions, type AnsweredQuestion, type ShownChart, type ShownTable } from './answered-questions.ts'
import { formatInstant } from './format-instant.ts'
import { readMarkdown } from './read-markdown.ts'
import type { ReportInput } from './report-input.ts'
import { inlineText, type Block, type ReportTable } from './report.ts'

/** A report before its tables are read and its charts are drawn. */
export type PlannedReport = {
  readonly sections: readonly PlannedSection[]
  /** What the sections were made from. */
  readonly questions: readonly AnsweredQuestion[]
}

export type PlannedSection = {
  readonly heading: string
  readonly origin: string | null
  readonly parts: readonly Part[]
}

export type Part =
  | Block
  | { readonly kind: 'shown-table'; readonly table: ShownTable }
  | { readonly kind: 'shown-chart'; readonly chart: ShownChart }
  | { readonly kind: 'behind'; readonly tables: readonly ShownTable[]; readonly statements: readonly string[] }

/** What goes where: the sections that were written for it, or the conversation as it was. `INVALID_REQUEST`. */
export function planReport(input: ReportInput, runs: readonly RunState[], runId: RunId): PlannedReport {
  const questions = answeredQuestions(runs)
  if (input.sections !== undefined) {
    return { sections: input.sections.map((section) => writtenSection(section, questions)), questions }
  }
  const included = questions.filter(
    ({ runIds, answer, toolNames, question }) =>
      answer !== '' &&
      !runIds.includes(runId) &&
      // A report about reports is nobody's wish.
      !toolNames.includes('write_report') &&
      input.leaveOut?.some((text) => text.trim() === question.trim()) !== true,
  )
  if (included.length === 0)
    throw new AppError('INVALID_REQUEST', 'Nothing has been answered in this conversation that a report could hold.')
  return { sections: included.map(answeredSection), questions: included }
}

function writtenSection(
  { heading, markdown, tables, charts }: NonNullable<ReportInput['sections']>[number],
  questions: readonly AnsweredQuestion[],
): PlannedSection {
  const shownTables = questions.flatMap((each) => each.tables)
  const shownCharts = questions.flatMap((each) => each.charts)
  return {
    heading,
    origin: null,
    parts: [
      ...readMarkdown(markdown),
      ...tables.map((id): Part => {
        const table = shownTables.findLast(({ tableId }) => tableId === id)
        if (table === undefined)
          throw unknown(
            'table',
            id,
            shownTables.map(({ tableId }) => tableId),
          )
        return { kind: 'shown-table', table }
      }),
      ...charts.map((wanted): Part => {
        const chart = shownCharts.findLast(({ title }) => title === wanted)
        if (chart === undefined)
          throw unknown(
            'chart',
            wanted,
            shownCharts.map(({ title }) => title),
          )
        return { kind: 'shown-chart', chart }
      }),
    ],
  }
}

/** Whatever a model names must have been shown in this very conversation. */
function unknown(kind: string, wanted: string, shown: readonly string[]): AppError {
  return new AppError('INVALID_REQUEST', `No ${kind} “${wanted}” was shown in this conversation.`, {
    hint: shown.length === 0 ? `None was.` : `Shown were: ${[...new Set(shown)].slice(-20).join(', ')}.`,
  })
}

function answeredSection(asked: AnsweredQuestion): PlannedSection {
  const { question, askedAt, modelIds, answer, charts } = asked
  const by = modelIds.length === 0 ? '' : `, answered by ${modelIds.join(' and ')}`
  const [first, ...rest] = readMarkdown(answer)
  const drawn = charts.map((chart): Part => ({ kind: 'shown-chart', chart }))
  return {
    heading: question.trim() === '' ? 'Attached files' : question,
    origin: `Asked on ${formatInstant(askedAt)}${by}`,
    // A chart stands right below the sentence about it.
    parts: withTables([...(first === undefined ? [] : [first]), ...drawn, ...rest], asked),
  }
}

/**
 * Tables whose beginning the answer shows stand there whole, those it gives the SQL of below it; one row is told in
 * words already. What else was looked up is evidence.
 */
function withTables(parts: readonly Part[], { answer, tables, charts }: AnsweredQuestion): readonly Part[] {
  let placed = parts
  const behind: ShownTable[] = []
  for (const table of latestPerStatement(tables)) {
    const isQuoted = answer.includes(table.sql.trim())
    const replaced = placeTable(placed, table)
    if (replaced !== null) placed = replaced
    else if (isQuoted && table.rowCount > 1) placed = [...placed, { kind: 'shown-table', table }]
    if (!isQuoted) behind.push(table)
  }
  const drawn = charts.flatMap(({ sql }) => (sql === null || answer.includes(sql.trim()) ? [] : [sql]))
  if (behind.length + drawn.length === 0) return placed
  return [...placed, { kind: 'behind', tables: behind, statements: drawn }]
}

function latestPerStatement(tables: readonly ShownTable[]): readonly ShownTable[] {
  return [...new Map(tables.map((table) => [table.sql, table])).values()]
}

/**
 * In place of the table with the same column names, with the remark below it that there are more rows. One that has all
 * rows stays as the answer wrote it. `null` when there is none.
 */
function placeTable(parts: readonly Part[], table: ShownTable): readonly Part[] | null {
  const at = parts.findIndex((part) => part.kind === 'table' && hasColumns(part, table))
  const written = parts[at]
  if (written?.kind !== 'table') return null
  if (written.rows.length === table.rowCount) return parts
  const after = parts[at + 1]
  const isRemark = after?.kind === 'paragraph' && /^[\d.,]+ more rows? /.test(inlineText(after.children))
  return [...parts.slice(0, at), { kind: 'shown-table', table }, ...parts.slice(at + (isRemark ? 2 : 1))]
}

function hasColumns({ columns }: ReportTable, shown: ShownTable): boolean {
  const normal = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  return (
    columns.length === shown.columns.length &&
    columns.every(({ name }, at) => normal(inlineText(name)) === normal(shown.columns[at]?.name ?? ''))
  )
}
