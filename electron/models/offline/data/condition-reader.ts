import type { Comparison } from '../grammar/comparisons.ts'
import { findValues } from './find-values.ts'
import type { Phrase } from './read-phrases.ts'
import { valueQuality, type ReadingNotes } from './reading-notes.ts'
import type { DatePart, Filter, ValueLookup } from './request.ts'
import { isNumeric, isTemporal, type Column } from './table-columns.ts'

/** A condition that still waits for what to compare with. */
type Waiting = {
  readonly column: Column | null
  readonly comparison: Comparison | null
  /** Whether a bare year is a date here: "since 2024", not "over 2000". */
  readonly isOfTime: boolean
  readonly operands: (number | string)[]
}

/** Collects a question's conditions. Several values of one column mean any of them. */
export class ConditionReader {
  readonly #notes: ReadingNotes
  readonly #lookup: ValueLookup
  #waiting: Waiting | null = null
  #filters: readonly Filter[] = []
  #hasOpenWords = false

  constructor(notes: ReadingNotes, lookup: ValueLookup) {
    this.#notes = notes
    this.#lookup = lookup
  }

  get isWaiting(): boolean {
    return this.#waiting !== null
  }

  /** Whether words were left for a lookup. */
  get hasOpenWords(): boolean {
    return this.#hasOpenWords
  }

  startWith(column: Column): void {
    this.#waiting = { column, comparison: null, isOfTime: false, operands: [] }
  }

  compare(phrase: Phrase & { readonly kind: 'comparison' }): void {
    this.#waiting = { ...phrase, column: this.#waiting?.column ?? null, operands: [] }
  }

  /** A number or date after a column or comparison: "amount over 100", "between 10 and 20", "since 2023". */
  addOperand(operand: number | string): void {
    const waiting = this.#waiting
    if (waiting === null) return
    waiting.operands.push(operand)
    const comparison = waiting.comparison ?? '='
    if (waiting.operands.length < (comparison === 'between' ? 2 : 1)) return
    this.#waiting = null
    const { column, operands } = waiting
    const years = operands.filter(isYear)
    const isOfTime = column === null ? waiting.isOfTime : isTemporal(column)
    if (isOfTime && years.length === operands.length)
      return this.addDatePart('year', { comparison, operands: years, column })
    const isOfDates = operands.every((each) => typeof each === 'string')
    const target = column ?? (isOfDates ? this.#notes.dateColumn(operands.join(' ')) : null)
    const fits = target !== null && (isOfDates ? isTemporal(target) : isNumeric(target))
    if (fits) this.#add({ kind: 'compare', column: target, comparison, operands })
    else if (target !== null || !isOfDates) this.#notes.unexplained(operands.join(' '))
  }

  addDate(date: string): void {
    if (this.#waiting === null) this.#waiting = { column: null, comparison: '=', isOfTime: true, operands: [] }
    this.addOperand(date)
  }

  addDatePart(
    part: DatePart,
    of: { readonly operands: readonly number[]; readonly comparison?: Comparison; readonly column?: Column | null },
  ): void {
    const { operands, comparison = '=' } = of
    const isNamedSo = (column: Column) => column.name.toLowerCase() === part && isNumeric(column)
    const named = of.column ?? this.#notes.columns.find(isNamedSo) ?? null
    if (named !== null && isNumeric(named)) return this.#add({ kind: 'compare', column: named, comparison, operands })
    const column = named ?? this.#notes.dateColumn(operands.join(' '))
    if (column !== null) this.#add({ kind: 'part-of-date', column, part, comparison, operands })
  }

  /** Words that name no column: values, of the waiting column if there is one. Without a lookup they are left for later. */
  addOpen({ words, isQuoted }: Phrase & { readonly kind: 'open' }): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting?.comparison != null && waiting.comparison !== '=') return this.#notes.unexplained(words.join(' '))
    if (this.#lookup === null) {
      this.#hasOpenWords = true
      return
    }
    const found = findValues(words, { lookup: this.#lookup, column: waiting?.column?.name ?? null, isQuoted })
    for (const unknown of found.unexplained) this.#notes.unexplained(unknown)
    for (const { phrase, columns } of found.hits) {
      const names = [...columns.keys()]
      const column = this.#notes.columns.find((each) => each.name === names[0])
      if (names.length > 1) this.#notes.tied(phrase, names, 'is a value of')
      else if (column !== undefined) {
        this.#notes.quality += valueQuality
        this.#add({ kind: 'values', column, values: columns.get(column.name) ?? [] })
      }
    }
  }

  /** A condition that never got what it compares with means nothing. */
  drop(): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null) this.#notes.unexplained(waiting.comparison ?? waiting.column?.name ?? '')
  }

  /** Every condition; those that could only be kept in pairs ("March 2023 and April 2024") are a problem. */
  finish(): readonly Filter[] {
    this.drop()
    const several = this.#filters.filter(
      (filter) => filter.kind === 'part-of-date' && filter.operands.length > 1 && filter.comparison === '=',
    )
    if (several.length > 1)
      this.#notes.unclear(
        'I can look at several months or several years, but not at pairs of both. Ask for one at a time.',
      )
    return this.#filters
  }

  #add(filter: Filter): void {
    const same = this.#filters.find((each) => isSameChoice(each, filter))
    const merged = same === undefined ? filter : mergeChoices(same, filter)
    this.#filters = [...this.#filters.filter((each) => each !== same), merged]
    this.#notes.quality += 1
  }
}

export function isYear(value: number | string): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100
}

/** "in Europe and Asia", "in 2023 and 2024": no row can be both, so either is meant. */
function isSameChoice(a: Filter, b: Filter): boolean {
  if (a.column.name !== b.column.name || a.kind !== b.kind) return false
  if (a.kind === 'values' || b.kind === 'values') return true
  const isEqual = a.comparison === '=' && b.comparison === '='
  return isEqual && (a.kind !== 'part-of-date' || b.kind !== 'part-of-date' || a.part === b.part)
}

function mergeChoices(a: Filter, b: Filter): Filter {
  if (a.kind === 'values' && b.kind === 'values') return { ...a, values: [...new Set([...a.values, ...b.values])] }
  if (a.kind === 'compare' && b.kind === 'compare')
    return { ...a, operands: [...new Set([...a.operands, ...b.operands])] }
  if (a.kind === 'part-of-date' && b.kind === 'part-of-date') {
    return { ...a, operands: [...new Set([...a.operands, ...b.operands])] }
  }
  return b
}
