import { isMissingMark } from './missing-marks.ts'
import { readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import { uniqueNames } from './unique-names.ts'

type Rows = readonly (readonly string[])[]

/** Where the table is among the rows of a file or a sheet. */
type TableShape = {
  /** The first row of data: what is above are titles, notes and the names. */
  readonly first: number
  /** One name for every column; a column without a name and a value at the right edge has none. */
  readonly names: readonly string[]
  /** Rows below the table: totals, notes, blank lines. Known only when the last rows are among those given. */
  readonly below: number
  readonly notes: readonly string[]
}

const lookedAt = 200

/**
 * Finds the table among rows of text: titles above it, one or two rows of names or none, totals and notes below. Null
 * when there is nothing. `hasEnd` says that the last row given is the last there is.
 */
export function tableShape(rows: Rows, { hasEnd }: { readonly hasEnd: boolean }): TableShape | null {
  const usual = usualFilled(rows.slice(0, lookedAt))
  if (usual === 0) return null
  const top = topIndex(rows, usual)
  const header = headerRows(rows[top] ?? [], sampleOf(rows.slice(top + 1)))
  const first = top + header
  const below = hasEnd ? rowsBelow(rows, { first, usual }) : { count: 0, notes: [] }
  const width = widthOf(rows.slice(top, rows.length - below.count))
  const names = joinedNames(rows.slice(top, first), width)
  return {
    first,
    names: uniqueNames(names),
    below: below.count,
    notes: [...aboveNotes(rows.slice(0, top)), ...nameNotes(names, header), ...below.notes],
  }
}

const isFilled = (cell: string) => cell.trim() !== ''
const filled = (row: readonly string[]) => row.filter(isFilled).length

/** The number of filled cells at least half of the rows have. */
function usualFilled(rows: Rows): number {
  const counts = rows.map(filled).filter((count) => count > 0)
  counts.sort((a, b) => a - b)
  const median = counts[Math.floor(counts.length / 2)] ?? 0
  // Titles above a short table are the majority of its rows.
  const widest = counts.at(-1) ?? 0
  return counts.length < 20 && widest > 2 && counts.filter((count) => count === widest).length > 1 ? widest : median
}

function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 0)
}

/** The first row about as full as the others, or the names of groups right above it. */
function topIndex(rows: Rows, usual: number): number {
  const least = usual === 1 ? 1 : Math.max(2, usual / 2)
  const top = Math.max(
    0,
    rows.findIndex((row) => filled(row) >= least),
  )
  const above = rows[top - 1]
  if (above === undefined || filled(above) < 2 || isFilled(above[0] ?? '')) return top
  return isSecondHeader(above, rows[top] ?? [], sampleOf(rows.slice(top + 1))) ? top - 1 : top
}

/** Fewer rows where they are wide. */
function sampleOf(rows: Rows): Rows {
  const width = widthOf(rows.slice(0, lookedAt))
  return rows.slice(0, Math.max(10, Math.min(lookedAt, Math.floor(40_000 / Math.max(1, width)))))
}

/** Whether the values of a column are figures or dates, nearly all of them. */
function isTypedColumn(body: Rows, index: number): boolean {
  const values = body.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '' && !isMissingMark(value))
  return values.length > 0 && values.filter(isTyped).length >= values.length * 0.8
}

function isTyped(value: string): boolean {
  if (!/\d/.test(value)) return false
  return (
    readNumbers([value], { decimalMark: null, hasSemicolons: false }) !== null ||
    readDates([value], 'date') !== null ||
    // An identifier with leading zeros is no name of a column either.
    /^\d+$/.test(value)
  )
}

/** How many rows of names there are: none, one, or two. */
function headerRows(row: readonly string[], body: Rows): number {
  if (isSecondHeader(row, body[0] ?? [], body.slice(1))) return 2
  const typed = Array.from({ length: widthOf([row, ...body]) }, (_, index) => isTypedColumn(body, index))
  const isWord = (index: number) => isNameLike(row[index] ?? '')
  if (typed.some((isIt, index) => isIt && isWord(index))) return 1
  const recurs = row.some((cell, index) => isFilled(cell) && body.some((other) => other[index] === cell))
  if (recurs) return 0
  const figures = typed.flatMap((isIt, index) => (isIt && isFilled(row[index] ?? '') ? [row[index] ?? ''] : []))
  if (figures.length === 0) return row.some((_, index) => isWord(index)) ? 1 : 0
  if (typed.some((isIt, index) => isIt && isLonePercentage(row[index] ?? '', body, index))) return 1
  return isSeries(figures) && row.some((cell, index) => typed[index] !== true && !isTyped(cell.trim())) ? 1 : 0
}

function isNameLike(cell: string): boolean {
  const text = cell.trim()
  return text !== '' && !isMissingMark(text) && !isTyped(text)
}

/** “95%” over figures none of which is a percentage is the name of a quantile or a share. */
function isLonePercentage(cell: string, body: Rows, index: number): boolean {
  return cell.trim().endsWith('%') && !body.some((row) => row[index]?.trim().endsWith('%') === true)
}

/** Years or dates in even steps are names of columns: `country, 2013, 2014`. */
function isSeries(cells: readonly string[]): boolean {
  const years = cells.map(Number)
  if (cells.length < 2 || !years.every((year) => Number.isInteger(year) && year > 1500 && year < 2500)) return false
  const step = (years[1] ?? 0) - (years[0] ?? 0)
  return step !== 0 && years.every((year, index) => index === 0 || year - (years[index - 1] ?? 0) === step)
}

/** Words over every column of figures, twice: a row of groups or of units besides the names. */
function isSecondHeader(row: readonly string[], next: readonly string[], body: Rows): boolean {
  if (body.length === 0) return false
  const columns = Array.from({ length: widthOf([row, next, ...body]) }, (_, index) => index)
  const isNamed = (index: number) => isNameLike(next[index] ?? '')
  // Most often the first figure under no name decides, and looking at every value of a table takes a while.
  if (columns.some((index) => !isNamed(index) && isTypedColumn(body, index))) return false
  const typed = columns.filter((index) => isNamed(index) && isTypedColumn(body, index))
  if (typed.length === 0) return false
  const hasGroups = next.some((cell, index) => isFilled(cell) && !isFilled(row[index] ?? '')) && filled(row) > 0
  if (hasGroups) return true
  return typed.length > 1 && typed.every((index) => isNameLike(row[index] ?? ''))
}

/** A group's name stands over its first column only. */
function joinedNames(header: Rows, width: number): string[] {
  const [upper = [], lower] = header
  const clean = (cell: string | undefined) => (cell ?? '').replace(/\s+/g, ' ').trim()
  if (lower === undefined) return Array.from({ length: width }, (_, index) => clean(upper[index]))
  let group = ''
  return Array.from({ length: width }, (_, index) => {
    const own = clean(upper[index])
    if (own !== '') group = own
    const name = clean(lower[index])
    if (name === '') return own
    return own === '' && group === '' ? name : `${own === '' ? group : own} ${name}`
  })
}

type Below = { readonly count: number; readonly notes: readonly string[] }

const noteWords = /^(source|sources|note|notes|data|quelle|quellen|anmerkung|fuente|footnote|©|\*|†|\[|\()/i
const totalWords = /^((grand|sub|overall|general) ?)?(total|totals|sum|summe|gesamt|insgesamt|total général):?$/i
const mostBelow = 50

function rowsBelow(rows: Rows, { first, usual }: { readonly first: number; readonly usual: number }): Below {
  let end = rows.length
  const left: string[] = []
  const notes: string[] = []
  while (end > first && rows.length - end < mostBelow) {
    const row = rows[end - 1] ?? []
    const count = filled(row)
    const label = row.find(isFilled)?.trim() ?? ''
    const isNote =
      count === 1 && usual > 1 && isNameLike(label) && (noteWords.test(label) || filled(rows[end - 2] ?? []) === 0)
    if (count > 0 && !isNote && !isTotal(row, label, rows.slice(first, end - 1))) break
    if (count > 0) left.unshift(label)
    end -= 1
  }
  const last = rows[end - 1]?.find(isFilled)?.trim() ?? ''
  if (totalWords.test(last)) notes.push(`The last row is called “${brief(last)}” and is counted like every other.`)
  if (left.length > 0) notes.push(leftOut(left, 'below'))
  return { count: rows.length - end, notes }
}

/** A row called a total whose figures are the sums of those above. */
function isTotal(row: readonly string[], label: string, above: Rows): boolean {
  if (!totalWords.test(label) || above.length < 2) return false
  return row.some((cell, index) => {
    const total = amountOf(cell)
    if (total === null) return false
    const sum = above.reduce((rest, each) => rest + (amountOf(each[index] ?? '') ?? 0), 0)
    return Math.abs(sum - total) <= Math.max(Math.abs(total) * 0.001, 1e-6)
  })
}

function amountOf(cell: string): number | null {
  const text = cell.trim().replace(/[^\d.,()+−-]/g, '')
  if (!/\d/.test(text)) return null
  const isPoint = text.lastIndexOf('.') > text.lastIndexOf(',')
  const plain =
    isPoint || !/,\d{1,2}\)?$/.test(text) ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
  const value = Number(plain.replace(/[()]/g, '').replace('−', '-'))
  if (Number.isNaN(value)) return null
  return text.startsWith('(') ? -value : value
}

function aboveNotes(rows: Rows): string[] {
  const labels = rows.flatMap((row) => row.find(isFilled)?.trim() ?? [])
  return labels.length === 0 ? [] : [leftOut(labels, 'above')]
}

function leftOut(labels: readonly string[], where: 'above' | 'below'): string {
  const shown = labels.slice(0, 3).map((label) => `“${brief(label)}”`)
  const more = labels.length > shown.length ? ', …' : ''
  const count = labels.length === 1 ? 'One line' : `${labels.length} lines`
  return `${count} ${where} the table ${labels.length === 1 ? 'is' : 'are'} left out: ${shown.join(', ')}${more}.`
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function nameNotes(names: readonly string[], header: number): string[] {
  if (header === 0) return ['It has no row of names, so its columns are called column_1, column_2 and so on.']
  const given = uniqueNames(names).filter((name, index) => name !== names[index])
  return [
    ...(header === 2 ? ['Its two rows of names were joined.'] : []),
    ...(given.length === 0
      ? []
      : [
          `Columns whose name was empty or taken got another: ${given
            .slice(0, 5)
            .map((name) => `“${name}”`)
            .join(', ')}${given.length > 5 ? ', …' : ''}.`,
        ]),
  ]
}
