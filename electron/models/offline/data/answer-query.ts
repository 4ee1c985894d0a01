import type { Cell, QueryResult } from '../../../../shared/tool-results.ts'
import { formatFigure } from '../format-figure.ts'
import { aggregateLabels } from '../grammar/aggregates.ts'
import { codeBlock, enumerate, plainText, table as markdownTable } from '../markdown.ts'
import { answer, type Step } from '../step.ts'
import { describeFilters } from './describe-filters.ts'
import type { Filter } from './request.ts'
import type { FigureColumn, Query } from './query.ts'

const shownRows = 20

export type AnsweredQuery = {
  readonly query: Query
  readonly filters: readonly Filter[]
  readonly assumptions: readonly string[]
  readonly tableName: string
}

/** The answer in words, the first rows, the SQL that was run, and what was assumed. */
export function answerQuery(asked: AnsweredQuery, result: QueryResult): Step {
  return answer(
    sentence(asked, result),
    asked.query.shape === 'single' || result.rows.length === 0 ? null : rowsTable(asked.query, result),
    codeBlock(asked.query.sql, 'sql'),
    assumptionList(asked.assumptions),
  )
}

export function assumptionList(assumptions: readonly string[]): string | null {
  if (assumptions.length === 0) return null
  return `How I read your question:\n\n${[...new Set(assumptions)].map((each) => `- ${each}`).join('\n')}`
}

function sentence({ query, filters, tableName }: AnsweredQuery, result: QueryResult): string {
  const where = describeFilters(filters)
  const file = `*${plainText(tableName)}*`
  if (result.rowCount === 0) return `No row of ${file} matches${where}.`
  switch (query.shape) {
    case 'single':
      return singleSentence(query, result.rows[0] ?? [], { file, where })
    case 'ranked':
      return rankedSentence(query, result, { file, where })
    case 'grouped':
      return groupedSentence(query, result, { file, where })
    case 'values':
      return `${file} has **${formatFigure(result.rowCount)}** different ${enumerate(query.groups.map((name) => `*${plainText(name)}*`))}${where}.`
    case 'rows':
      return `These are ${result.rowCount < (query.limit ?? 0) ? 'all' : 'the first'} **${formatFigure(result.rowCount)}** such rows of ${file}${where}.`
  }
}

type Place = { readonly file: string; readonly where: string }

function singleSentence(query: Query, row: readonly Cell[], { file, where }: Place): string {
  const parts = query.figures.map((figure, index) => {
    const value = row[index] ?? null
    if (figure.column === null) return `**${formatFigure(value)}** ${value === 1 ? 'row' : 'rows'}`
    const name = `*${plainText(figure.column.name)}*`
    if (figure.aggregate === 'count') return `**${formatFigure(value)}** different values of ${name}`
    if (value === null) return `no ${name} to compute the ${aggregateLabels[figure.aggregate]} of`
    return `${withArticle(figure.aggregate)} ${name} of **${formatFigure(value)}**`
  })
  return `${file} has ${enumerate(parts)}${where}.`
}

function rankedSentence(query: Query, result: QueryResult, { file, where }: Place): string {
  const [figure] = query.figures
  if (figure === undefined) return `These are the rows of ${file}${where}.`
  const at = query.groups.length
  const [first, second] = result.rows
  const name = rowName(query, first)
  const value = first?.[at] ?? null
  const isTie = second !== undefined && second[at] === value
  const tied = result.rows.filter((row) => row[at] === value).map((row) => rowName(query, row))
  const leader = isTie
    ? `${enumerate(tied.map((each) => `**${each}**`))} are level, each with ${figureWords(figure)} **${formatFigure(value)}**`
    : `**${name}** comes first with ${figureWords(figure)} **${formatFigure(value)}**`
  return `In ${file}${where}, ${leader}.`
}

function groupedSentence(query: Query, result: QueryResult, { file, where }: Place): string {
  const [figure] = query.figures
  const groups = enumerate(query.groups.map((name) => `*${plainText(name)}*`))
  const [first] = result.rows
  const count = `${file} has **${formatFigure(result.rowCount)}** ${result.rowCount === 1 ? 'group' : 'groups'} by ${groups}${where}`
  if (figure === undefined || first === undefined || query.isByTime) return `${count}.`
  const value = first[query.groups.length] ?? null
  return `${count}; **${rowName(query, first)}** is first with ${figureWords(figure)} **${formatFigure(value)}**.`
}

function figureWords({ aggregate, column }: FigureColumn): string {
  if (column === null) return 'a number of rows of'
  const name = `*${plainText(column.name)}*`
  return aggregate === 'count' ? `a number of different ${name} of` : `${withArticle(aggregate)} ${name} of`
}

function withArticle(aggregate: FigureColumn['aggregate']): string {
  return `${aggregate === 'avg' ? 'an' : 'a'} ${aggregateLabels[aggregate]}`
}

function rowName(query: Query, row: readonly Cell[] | undefined): string {
  return query.groups.map((_, index) => cellText(row?.[index] ?? null)).join(', ')
}

function rowsTable(query: Query, result: QueryResult): string {
  const isFigure = (index: number) => query.figures.length > 0 && index >= query.groups.length
  const shown = result.rows.slice(0, shownRows)
  const rows = shown.map((row) => row.map((cell, index) => (isFigure(index) ? formatFigure(cell) : cellText(cell))))
  const headers = result.columns.map((column, index) => ({ text: plainText(column.name), isFigure: isFigure(index) }))
  const rest = result.rowCount - shown.length
  const note = rest > 0 ? `\n\n${formatFigure(rest)} more rows are with the query above.` : ''
  return markdownTable(headers, rows) + note
}

function cellText(cell: Cell): string {
  return cell === null ? '(missing)' : plainText(String(cell))
}
