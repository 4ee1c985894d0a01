import type { Comparison, TextMatch } from '../grammar/comparisons.ts'
import type { Quality } from '../grammar/qualities.ts'
import { plainText } from '../markdown.ts'
import { readValues } from './read-values.ts'
import { findValues } from './find-values.ts'
import type { Collected, FilterCollector } from './filter-collector.ts'
import type { NumberSaid, Phrase } from './phrase.ts'
import { columnsOfQuality } from './quality-columns.ts'
import { columnNames, type ReadingNotes } from './reading-notes.ts'
import type { DatePart, Figure, Period, ValueLookup } from './request.ts'
import { checkUnit } from './check-unit.ts'
import { isFigure, isNumeric, isTemporal, isText, isTruth, isYearColumn, type Column } from './table-columns.ts'

/** A condition that still waits for what to compare with. */
type Waiting = {
  readonly column: Column | null
  readonly comparison: Comparison | null
  /** Whether a bare year is a date here: "since 2024", not "over 2000". */
  readonly isOfTime: boolean
  readonly operands: readonly number[]
  /** What is compared where no column is named. */
  readonly quality: Quality | null
}

/** A condition that waits for its column: "missing price", "above average price", "over 100 horsepower". */
type Pending =
  | { readonly kind: 'missing'; readonly isPresent: boolean }
  | { readonly kind: 'average'; readonly comparison: '>' | '<' }
  | {
      readonly kind: 'compare'
      readonly comparison: Comparison
      readonly operands: readonly number[]
      readonly unit: string | null
      /** Taken when no column follows: "at least 5 and less than 10". */
      readonly fallback: Column | null
    }

type RangeSaid = Extract<Phrase, { readonly kind: 'range' }>

/** Collects a question's conditions. */
export class ConditionReader {
  readonly #notes: ReadingNotes
  readonly #lookup: ValueLookup
  readonly #collected: FilterCollector
  #waiting: Waiting | null = null
  #pending: Pending | null = null
  #hasOpenWords = false
  #keepsEnds = false
  #asksAllMissing = false
  #havingFigure: Figure | null = null

  constructor(collected: FilterCollector, of: { readonly notes: ReadingNotes; readonly lookup: ValueLookup }) {
    this.#collected = collected
    this.#notes = of.notes
    this.#lookup = of.lookup
  }

  get isWaiting(): boolean {
    return this.#waiting !== null
  }

  /** Whether the next column belongs to a condition already begun. */
  get wantsColumn(): boolean {
    return this.#pending !== null
  }

  /** Whether words were left for a lookup. */
  get hasOpenWords(): boolean {
    return this.#hasOpenWords
  }

  /** Whether missing values were asked for, and no column was named. */
  get asksAllMissing(): boolean {
    return this.#asksAllMissing
  }

  /** Whether "more than 10" waits for what is counted. */
  get waitsForCount(): boolean {
    return this.#pending?.kind === 'compare'
  }

  /** "more than 10 orders": a condition on the number of rows of each group. */
  countRows(): void {
    const pending = this.#pending
    this.#pending = null
    if (pending?.kind === 'compare') this.#collected.addGroupCondition(null, pending)
  }

  /** "a total amount over 100": the comparison that follows is about a figure of each group. */
  startWithFigure(figure: Figure): void {
    this.startWith(figure.column)
    this.#havingFigure = figure
  }

  startWith(column: Column): void {
    const pending = this.#pending
    this.#pending = null
    if (pending === null) this.#waiting = { column, comparison: null, isOfTime: false, operands: [], quality: null }
    else this.#resolve(pending, column)
  }

  /** A preposition: the same condition goes on after a column, and a new one begins after a whole one. */
  newCondition(): void {
    if (this.#waiting?.column != null && this.#waiting.comparison === null) return
    this.#dropWaiting()
    this.#collected.endNegation()
  }

  compare({ comparison, isOfTime, quality }: Pick<Waiting, 'isOfTime' | 'quality'> & { comparison: Comparison }): void {
    this.#waiting = { comparison, isOfTime, quality, column: this.#waiting?.column ?? null, operands: [] }
  }

  average(comparison: '>' | '<'): void {
    this.#awaitColumn({ kind: 'average', comparison })
  }

  missing(isPresent: boolean): void {
    this.#awaitColumn({ kind: 'missing', isPresent })
  }

  match(match: TextMatch, text: string): void {
    const column = this.#waiting?.column ?? null
    this.#waiting = null
    if (column === null)
      this.#notes.unclear(`Which column shall hold “${plainText(text)}”? Say, for example, “where name contains …”.`)
    else this.#collected.add({ kind: 'text', column, match, text })
  }

  truth(column: Column, value: boolean): void {
    this.#waiting = null
    this.#collected.add({ kind: 'truth', column }, !value)
  }

  /** "yes" or "no" after a column of true and false. */
  answerTruth(value: boolean): void {
    const column = this.#waiting?.column ?? null
    if (column !== null && isTruth(column)) this.truth(column, value)
    else this.#notes.unexplained(value ? 'true' : 'false')
  }

  /** A number after a column or comparison: "amount over 100", "between 10 and 20", "since 2023". */
  addNumber(said: NumberSaid): void {
    const waiting = this.#waiting ?? {
      column: this.#collected.goesOn ? this.#collected.joinedColumn : null,
      comparison: null,
      isOfTime: false,
      operands: [],
      quality: null,
    }
    const operands = [...waiting.operands, said.value]
    const comparison = waiting.comparison ?? said.comparison ?? '='
    const isDouble = waiting.comparison !== null && said.comparison !== null
    if (isDouble) this.#notes.unexplained(String(said.value))
    this.#waiting = comparison === 'between' && operands.length < 2 ? { ...waiting, operands } : null
    if (this.#waiting === null && !isDouble) this.#compareNumbers({ ...waiting, comparison, operands }, said.unit)
  }

  addRange({ low, high, unit }: RangeSaid, isBeforeColumn: boolean): void {
    const waiting = this.#waiting ?? { column: null, comparison: null, isOfTime: true, operands: [], quality: null }
    this.#waiting = null
    const isFitting = waiting.comparison === null || waiting.comparison === 'between' || waiting.comparison === '>='
    if (!isFitting || low > high) return this.#notes.unexplained(`${low} to ${high}`)
    this.#compareNumbers({ ...waiting, comparison: 'between', operands: [low, high], isOfTime: !isBeforeColumn }, unit)
  }

  /** A change is told from the first to the last of a range, not over all of it. */
  keepEnds(): void {
    this.#keepsEnds = true
  }

  addPeriods(said: readonly Period[], ends: readonly [Period, Period] | null): void {
    const isRange = ends !== null
    const periods = ends !== null && this.#keepsEnds ? ends : said
    const waiting = this.#waiting
    this.#waiting = null
    const names = periods.map(({ name }) => name).join(' and ')
    const compared = waiting?.comparison ?? '='
    const comparison = compared === 'between' || (isRange && compared === '>=') ? '=' : compared
    const column = waiting?.column ?? this.#notes.dateColumn(names)
    if (column === null) return
    const isPlain = comparison === '=' || (periods.length === 1 && !isRange)
    if (isTemporal(column) && isPlain) this.#collected.add({ kind: 'period', column, comparison, periods })
    else this.#notes.unexplained(names)
  }

  addDatePart(
    part: DatePart,
    of: { readonly operands: readonly number[]; readonly comparison?: Comparison; readonly column?: Column | null },
  ): void {
    const { operands, comparison = '=' } = of
    const { column: waiting = null, comparison: said = null } = this.#waiting ?? {}
    this.#waiting = null
    // "since March" would need a year.
    if (said !== null && said !== '=' && !(said === 'between' && operands.length > 1))
      return this.#notes.unexplained(said)
    const isNamedSo = (column: Column) => column.name.toLowerCase() === part && isNumeric(column)
    const named = of.column ?? waiting ?? this.#notes.columns.find(isNamedSo) ?? null
    if (named !== null && isNumeric(named))
      return this.#collected.add({ kind: 'compare', column: named, comparison, operands })
    const texts = this.#notes.columns.filter((column) => isYearText(column))
    const [text] = texts
    const isTextOfYears = named === null && part === 'year' && comparison === '=' && texts.length === 1
    if (isTextOfYears && text !== undefined && !this.#notes.columns.some(isTemporal))
      return this.#collected.add({ kind: 'values', column: text, values: operands.map(String) })
    if (named !== null && !isTemporal(named)) return this.#notes.unexplained(operands.join(' '))
    const column = named ?? this.#notes.dateColumn(operands.join(' '))
    if (column !== null) this.#collected.add({ kind: 'part-of-date', column, part, comparison, operands })
  }

  get isLookedUp(): boolean {
    return this.#lookup !== null
  }

  /** Whether the words begin with a value of a column. Nobody knows before a lookup. */
  isValueOf({ words, isQuoted }: Extract<Phrase, { readonly kind: 'open' }>, column: Column): boolean {
    if (this.#lookup === null) return false
    const { hits } = findValues(words, { lookup: this.#lookup, column: column.name, isQuoted })
    const [first] = hits
    return first !== undefined && words.join(' ').toLowerCase().startsWith(first.phrase)
  }

  /** Words that name no column: values, of the waiting column if there is one. Without a lookup they are left for later. */
  addOpen(said: Extract<Phrase, { readonly kind: 'open' }>): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting?.comparison != null && waiting.comparison !== '=') return this.#notes.unexplained(said.words.join(' '))
    if (this.#lookup === null) {
      this.#hasOpenWords = true
      this.#collected.expectValues()
      return
    }
    const filters = readValues(said, { lookup: this.#lookup, column: waiting?.column ?? null, notes: this.#notes })
    for (const filter of filters) this.#collected.add(filter)
  }

  /** A condition that never got what it compares with means nothing. */
  drop(): void {
    this.#dropWaiting()
    this.#collected.endConditions()
  }

  finish(): Collected {
    this.drop()
    return this.#collected.finish()
  }

  #awaitColumn(pending: Pending): void {
    const column = this.#waiting?.column ?? null
    this.#waiting = null
    if (column === null) this.#pending = pending
    else this.#resolve(pending, column)
  }

  #resolve(pending: Pending, column: Column): void {
    switch (pending.kind) {
      case 'missing':
        return this.#collected.add({ kind: 'missing', column }, pending.isPresent)
      case 'average':
        if (isNumeric(column)) return this.#collected.add({ kind: 'average', column, comparison: pending.comparison })
        return this.#notes.unclear(`*${plainText(column.name)}* holds no numbers, so it has no average.`)
      case 'compare':
        this.#compareNumbers({ ...pending, column, isOfTime: false, quality: null }, pending.unit)
    }
  }

  #compareNumbers(asked: Waiting & { readonly comparison: Comparison }, unit: string | null): void {
    const { comparison, operands } = asked
    const column = asked.column ?? this.#comparedColumn(asked.quality)
    if (column === 'several') return
    const figure = this.#havingFigure
    this.#havingFigure = null
    if (figure !== null) return this.#collected.addGroupCondition(figure, asked)
    const isOfYears = operands.every(isYearNumber) && unit === null
    const isOfTime = column === null ? asked.isOfTime : isTemporal(column)
    if (isOfTime && isOfYears) return this.addDatePart('year', { comparison, operands, column })
    if (column === null) {
      this.#pending = { kind: 'compare', comparison, operands, unit, fallback: this.#collected.joinedColumn }
    } else if (isNumeric(column)) {
      const checked = checkUnit({ operands, unit, column }, this.#notes)
      if (checked !== null) this.#collected.add({ kind: 'compare', column, comparison, operands: checked })
    } else this.#notes.unexplained(operands.join(' '))
  }

  /** "was AAPL above 100": the only figure there is. */
  #onlyFigure(): Column | null {
    const [only, ...others] = this.#notes.columns.filter((column) => isFigure(column) && !isYearColumn(column))
    if (only === undefined || others.length > 0) return null
    this.#notes.assume(`I compared *${plainText(only.name)}*, the only figure here`)
    return only
  }

  /** "heavier than 5 kg" is about the weight. */
  #comparedColumn(quality: Quality | null): Column | 'several' | null {
    const columns = quality === null ? [] : columnsOfQuality(quality, this.#notes.columns, null).columns
    const [column, ...others] = columns
    if (column === undefined) return null
    if (others.length === 0) {
      this.#notes.assume(`I compared the column *${plainText(column.name)}*`)
      return column
    }
    this.#notes.unclear(`That may be about more than one column here: ${columnNames(columns)}. Name the one you mean.`)
    return 'several'
  }

  #dropWaiting(): void {
    const waiting = this.#waiting
    const pending = this.#pending
    this.#waiting = null
    this.#pending = null
    const fallback = pending?.kind === 'compare' ? (pending.fallback ?? this.#onlyFigure()) : null
    if (pending !== null && fallback !== null) this.#resolve(pending, fallback)
    else if (pending?.kind === 'missing' && !pending.isPresent) this.#asksAllMissing = true
    else if (pending !== null) this.#notes.unexplained(pendingWords(pending))
    if (waiting !== null) this.#notes.unexplained(waiting.comparison ?? waiting.column?.name ?? '')
  }
}

/** Years written as text. */
function isYearText(column: Column): boolean {
  const isYear = (value: unknown) => /^\d{4}$/.test(String(value))
  return isText(column) && column.name.toLowerCase() === 'year' && isYear(column.min) && isYear(column.max)
}

/** Years as people write them. Other numbers are quantities. */
export function isYearNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1000 && value < 2200
}

function pendingWords(pending: Pending): string {
  if (pending.kind === 'compare') return pending.operands.join(' ')
  return pending.kind === 'missing' ? 'missing' : 'average'
}
