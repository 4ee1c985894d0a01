import type { Cell, QueryResult } from '../../../../../shared/tool-results.ts'
import { formatFigure } from '../../format-figure.ts'
import { identifierWords } from '../../grammar/additive.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { cellText, figureText } from '../values/cell-text.ts'
import type { FigureColumn, Query } from '../sql/query.ts'

/** Where the rows come from, as Markdown: the table's name, and " where …" or nothing. */
export type Place = { readonly file: string; readonly where: string }

/** What a result says, in one sentence or two. */
export function resultSentence(query: Query, result: QueryResult, place: Place): string {
  const { file, where } = place
  if (result.rowCount === 0) return nothingFound(query, place)
  const count = formatFigure(result.rowCount)
  switch (query.shape) {
    case 'single':
      return singleSentence(query, result.rows[0] ?? [], place)
    case 'ranked':
      return rankedSentence(query, result, place)
    case 'grouped':
      return groupedSentence(query, result, place)
    case 'values':
      if (result.rowCount === 1)
        return `${file} has only one ${groupNames(query)}${where}: **${rowName(query, result.rows[0])}**.`
      return `${file} has **${count}** different ${groupNames(query)}${where}.`
    case 'share':
      return shareSentence(query, result.rows[0] ?? [], place)
    case 'duplicates':
      if (query.groups.length === 0) return repeatedSentence(result.rows[0] ?? [], place)
      return `In ${file}${where}, **${count}** ${query.figures.length === 0 ? 'rows' : `values of ${groupNames(query)}`} occur more than once.`
    case 'rows':
    case 'points':
      return rowsSentence(query, result, place)
  }
}

function nothingFound({ shape, groups, figures }: Query, { file, where }: Place): string {
  if (shape !== 'duplicates') return `No row of ${file} matches${where}.`
  const what = figures.length === 0 ? 'rows' : `values of ${enumerate(groups.map((name) => `*${plainText(name)}*`))}`
  return `In ${file}${where}, **0** ${what} occur more than once.`
}

/** "**12 %** of the rows of *x*, **3** of **25**, where …" */
function shareSentence({ figures, part }: Query, [share, some, all]: readonly Cell[], { file, where }: Place): string {
  const whole = figures[0]?.column == null ? 'rows' : `total *${plainText(figures[0].column.name)}*`
  if (share === null || share === undefined) return `There is no ${whole} of ${file}${where} to take a share of.`
  const verb = figures[0]?.column == null ? 'are rows' : 'comes from rows'
  return `**${formatFigure(share)} %** of the ${whole} of ${file}${where} ${verb}${part ?? ''}: **${formatFigure(some ?? null)}** of **${formatFigure(all ?? null)}**.`
}

function repeatedSentence([repeats = null, all = null]: readonly Cell[], { file, where }: Place): string {
  return `In ${file}${where}, **${formatFigure(repeats)}** rows repeat another one, **${formatFigure(all)}** with the first of each.`
}

function rowsSentence(query: Query, { rowCount, rows, columns }: QueryResult, { file, where }: Place): string {
  const { limit, orderedBy } = query
  const count = formatFigure(rowCount)
  if (limit === 1 && orderedBy !== null) return firstRowSentence(query, { rows, rowCount, columns }, { file, where })
  if (limit === null)
    return `${file} has **${count}** such ${rowCount === 1 ? 'row' : 'rows'}${where}.${rows.length < rowCount ? ' These are the first.' : ''}`
  const ties = rowCount > limit ? ` Some are level at the cut, so they are more than ${formatFigure(limit)}.` : ''
  const which = rowCount < limit ? 'all' : 'the first'
  return `These are ${which} **${count}** such rows of ${file}${where}.${ties}`
}

/** The one row, or those that are level, with what was asked to be told of it. */
function firstRowSentence(
  { orderedBy, told }: Query,
  { rowCount, rows, columns }: Pick<QueryResult, 'rowCount' | 'rows' | 'columns'>,
  { file, where }: Place,
): string {
  const at = (name: string | undefined) => columns.findIndex((column) => column.name === name)
  const [label, value] = [labelOf(columns), at(orderedBy?.name)]
  const nameOf = (row: readonly Cell[]) =>
    label === -1 || label === value ? 'one row' : `**${cellText(row[label] ?? null)}**`
  const shown = `*${plainText(orderedBy?.name ?? '')}* **${formatFigure(rows[0]?.[value] ?? null)}**`
  const detailsOf = (row: readonly Cell[]) =>
    told
      .filter(({ name }) => at(name) !== label && at(name) !== value)
      .map(({ name }) => `*${plainText(name)}* **${cellText(row[at(name)] ?? null)}**`)
  if (rowCount > 1) {
    const names = rows.slice(0, mostNamed).map((row) => [nameOf(row), ...detailsOf(row)].join(', '))
    const more = rowCount > mostNamed ? ' and others' : ''
    return `In ${file}${where}, ${enumerate(names)}${more} are level, each with ${shown}.`
  }
  const [first = []] = rows
  const details = detailsOf(first)
  const name = nameOf(first).replace(/^one/, 'One')
  return `In ${file}${where}, ${name} comes first with ${shown}${details.length === 0 ? '' : `: ${enumerate(details)}`}.`
}

const mostNamed = 10

/** What a row is called: its name or title, else what it begins with, where that is a text, a day or a number of its own. */
function labelOf(columns: QueryResult['columns']): number {
  const wordsOf = ({ name }: QueryResult['columns'][number]) => wordsOfName(name)
  const named = columns.findIndex(
    (column) => column.type === 'VARCHAR' && ['name', 'title'].includes(wordsOf(column).at(-1) ?? ''),
  )
  if (named >= 0) return named
  const [first] = columns
  const isKey = first !== undefined && identifierWords.has(wordsOf(first).at(-1) ?? '')
  if (first?.type === 'VARCHAR' || first?.type === 'DATE' || isKey) return 0
  return columns.findIndex(({ type }) => type === 'VARCHAR')
}

function singleSentence(query: Query, row: readonly Cell[], { file, where }: Place): string {
  const parts = query.figures.map((figure, index) => singlePart(figure, row[index] ?? null))
  return `${file} has ${enumerate(parts)}${where}.`
}

function singlePart(figure: FigureColumn, value: Cell): string {
  const { words } = figure
  const counted = /^a number of (.+) of$/.exec(words)?.[1]
  if (counted !== undefined) return `**${formatFigure(value)}** ${counted === 'rows' && value === 1 ? 'row' : counted}`
  if (value === null) return `no ${words.replace(/^an? /, '').replace(/ of$/, '')} to compute`
  return `${words} **${figureText(value, figure)}**`
}

function rankedSentence(query: Query, result: QueryResult, { file, where }: Place): string {
  const [figure] = query.figures
  if (figure === undefined) return `These are the rows of ${file}${where}.`
  const at = query.groups.length
  const [first] = result.rows
  const value = first?.[at] ?? null
  const tied = result.rows.filter((row) => row[at] === value).map((row) => rowName(query, row))
  const shown = `${figure.words} **${figureText(value, figure)}**`
  const leader =
    tied.length > 1
      ? `${enumerate(tied.slice(0, 10).map((each) => `**${each}**`))}${tied.length > 10 ? ' and others' : ''} are level, each with ${shown}`
      : `**${rowName(query, first)}** comes first with ${shown}`
  const limit = query.limit ?? 1
  const isMore = limit > 1 && result.rowCount > limit
  return `In ${file}${where}, ${leader}.${isMore ? ` Some are level at the cut, so ${formatFigure(result.rowCount)} are shown.` : ''}`
}

function groupedSentence(query: Query, result: QueryResult, { file, where }: Place): string {
  const [figure] = query.figures
  const [first] = result.rows
  const count = `${file} has **${formatFigure(result.rowCount)}** ${result.rowCount === 1 ? 'group' : 'groups'} by ${groupNames(query)}${where}`
  if (figure === undefined || first === undefined || query.isOrdered) return `${count}.`
  const value = first[query.groups.length] ?? null
  return `${count}; **${rowName(query, first)}** is first with ${figure.words} **${figureText(value, figure)}**.`
}

function groupNames({ groups }: Query): string {
  return enumerate(groups.map((name) => `*${plainText(name)}*`))
}

function rowName(query: Query, row: readonly Cell[] | undefined): string {
  return query.groups.map((_, index) => cellText(row?.[index] ?? null)).join(', ')
}
