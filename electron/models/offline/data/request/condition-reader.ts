import type { Comparison, TextMatch } from '../../grammar/comparisons.ts'
import { plainText } from '../../markdown.ts'
import { pendingWords, waitingFor, type Pending, type Waiting } from './begun-condition.ts'
import { datePartCondition, periodCondition, type DatePartSaid } from './date-conditions.ts'
import type { Collected, Condition, FilterCollector } from './filter-collector.ts'
import type { NumberSaid, OpenPhrase, Phrase } from '../words/phrase.ts'
import { thatThereIsNone } from './that-there-is-none.ts'
import { numberCondition, type NumbersSaid } from './number-conditions.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { DatePart, Figure, Period, ValueLookup } from './request.ts'
import { isNumeric, isTruth, type Column } from '../columns/table-columns.ts'
import { columnOfNumber, isOfOtherUnit } from '../columns/column-of-number.ts'
import { ValueConditions } from '../values/value-conditions.ts'

type Ends = Extract<Phrase, { readonly kind: 'part' }>['ends']
type RangeSaid = Extract<Phrase, { readonly kind: 'range' }>

/** Collects a question's conditions. */
export class ConditionReader {
  readonly #notes: ReadingNotes
  readonly #values: ValueConditions
  readonly #collected: FilterCollector
  #waiting: Waiting | null = null
  #pending: Pending | null = null
  #keepsEnds = false
  #asksAllMissing = false
  #havingFigure: Figure | null = null

  constructor(collected: FilterCollector, of: { readonly notes: ReadingNotes; readonly lookup: ValueLookup }) {
    this.#collected = collected
    this.#notes = of.notes
    this.#values = new ValueConditions(collected, of)
  }

  get isWaiting(): boolean {
    return this.#waiting !== null
  }

  /** Whether the next column belongs to a condition already begun. */
  get wantsColumn(): boolean {
    return this.#pending !== null
  }

  /** Whether "over" was said of no column yet, and of no number. */
  get comparesNext(): boolean {
    const { column, comparison, operands } = this.#waiting ?? waitingFor(null)
    return column === null && comparison !== null && operands.length === 0
  }

  /** Whether words were left for a lookup. */
  get hasOpenWords(): boolean {
    return this.#values.hasLeft
  }

  get isLookedUp(): boolean {
    return this.#values.isLookedUp
  }

  /** Whether the words begin with a value of a column. Nobody knows before a lookup. */
  isValueOf(said: OpenPhrase, column: Column): boolean {
    return this.#values.isValueOf(said, column)
  }

  /** Whether missing values were asked for, and no column was named. */
  get asksAllMissing(): boolean {
    return this.#asksAllMissing
  }

  /** Whether "more than 10" waits for what is counted. */
  get waitsForCount(): boolean {
    return this.#pending?.kind === 'numbers'
  }

  /** Whether it compares with a bound: "8 cylinders" are of each row. */
  get waitsForBound(): boolean {
    return this.#pending?.kind === 'numbers' && this.#pending.comparison !== '='
  }

  /** "more than 10 orders": a condition on the number of rows of each group. */
  countRows(): void {
    const pending = this.#pending
    this.#pending = null
    if (pending?.kind === 'numbers') this.#collected.addGroupCondition(null, pending)
  }

  /** "more than 200 bottles", of each group in all. */
  sumOfGroup(figure: Figure): void {
    const pending = this.#pending
    this.#pending = null
    if (pending?.kind === 'numbers') this.#collected.addGroupCondition(figure, pending)
  }

  /** "a total amount over 100": the comparison that follows is about a figure of each group. */
  startWithFigure(figure: Figure): void {
    this.startWith(figure.column)
    this.#havingFigure = figure
  }

  startWith(column: Column): void {
    // "over 15 kilos with attempts above 2": the kilos have a column of their own.
    if (
      this.#pending?.kind === 'numbers' &&
      this.#pending.unit !== null &&
      isOfOtherUnit({ unit: this.#pending.unit, column, columns: this.#notes.columns })
    )
      this.#dropWaiting()
    const pending = this.#pending
    this.#pending = null
    // "between longitude -5 and 5": what compares was said before it.
    const begun = this.comparesNext ? this.#waiting : null
    if (pending === null) this.#waiting = begun === null ? waitingFor(column) : { ...begun, column }
    else this.#resolve(pending, column)
  }

  /** A preposition: the same condition goes on after a column, and a new one begins after a whole one. */
  newCondition(): void {
    if (this.#waiting?.column != null && this.#waiting.comparison === null) return
    this.#dropWaiting()
    this.#collected.endNegation()
  }

  /** `from`: where it is said in the question. */
  compare(said: Pick<Waiting, 'isOfTime' | 'quality'> & { comparison: Comparison; from: number }): void {
    const { comparison, isOfTime, quality, from } = said
    const after = this.#notes.question.slice(0, from)
    this.#waiting = { comparison, isOfTime, quality, after, column: this.#waiting?.column ?? null, operands: [] }
  }

  average(comparison: '>' | '<'): void {
    this.#awaitColumn({ kind: 'average', comparison })
  }

  missing(isPresent: boolean, isWritten = false): void {
    this.#awaitColumn({ kind: 'missing', isPresent, isWritten })
  }

  match(match: TextMatch, text: string): void {
    const column = this.#takeWaiting()?.column ?? null
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
    const waiting = this.#waiting ?? waitingFor(this.#collected.goesOn ? this.#collected.joinedColumn : null)
    const operands = [...waiting.operands, said.value]
    const comparison = waiting.comparison ?? said.comparison ?? '='
    const isDouble = waiting.comparison !== null && said.comparison !== null
    if (isDouble) this.#notes.unexplained(String(said.value))
    this.#waiting = comparison === 'between' && operands.length < 2 ? { ...waiting, operands } : null
    if (this.#waiting === null && !isDouble) this.#compareNumbers({ ...waiting, comparison, operands, unit: said.unit })
  }

  addRange({ low, high, unit }: RangeSaid, isBeforeColumn: boolean): void {
    const waiting = this.#takeWaiting() ?? waitingFor(null)
    const isFitting = waiting.comparison === null || waiting.comparison === 'between' || waiting.comparison === '>='
    if (!isFitting || low > high) return this.#notes.unexplained(`${low} to ${high}`)
    this.#compareNumbers({ ...waiting, comparison: 'between', operands: [low, high], isOfTime: !isBeforeColumn, unit })
  }

  /** A change is told from the first to the last of a range, not over all of it. */
  keepEnds(): void {
    this.#keepsEnds = true
  }

  addPeriods(said: readonly Period[], ends: readonly [Period, Period] | null): void {
    const periods = ends !== null && this.#keepsEnds ? ends : said
    const waiting = this.#takeWaiting()
    this.#addFound(periodCondition(periods, { isRange: ends !== null, waiting, notes: this.#notes }))
  }

  addDatePart(part: DatePart, of: Pick<DatePartSaid, 'operands'> & Partial<DatePartSaid> & { ends?: Ends }): void {
    const { column: waiting = null, comparison: said = null } = this.#takeWaiting() ?? {}
    // "since March" would need a year.
    if (said !== null && said !== '=' && !(said === 'between' && of.operands.length > 1))
      return this.#notes.unexplained(said)
    const { comparison = '=' } = of
    const operands = this.#keepsEnds && of.ends != null ? of.ends.flat() : of.operands
    this.#addFound(datePartCondition({ part, operands, comparison, column: of.column ?? waiting }, this.#notes))
  }

  /** Words that name no column: values, of the waiting column if there is one. */
  addOpen(said: OpenPhrase): void {
    const waiting = this.#takeWaiting()
    if (waiting?.comparison != null && waiting.comparison !== '=') this.#notes.unexplained(said.words.join(' '))
    else this.#values.add(said, waiting?.column ?? null)
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

  #takeWaiting(): Waiting | null {
    const waiting = this.#waiting
    this.#waiting = null
    return waiting
  }

  #addFound(condition: Condition | null): void {
    if (condition !== null) this.#collected.add(condition)
  }

  #awaitColumn(pending: Pending): void {
    const column = this.#takeWaiting()?.column ?? null
    if (column === null) this.#pending = pending
    else this.#resolve(pending, column)
  }

  #resolve(pending: Pending, column: Column): void {
    switch (pending.kind) {
      case 'missing':
        return this.#collected.add(...thatThereIsNone(column, pending, this.#notes))
      case 'average':
        if (isNumeric(column)) return this.#collected.add({ kind: 'average', column, comparison: pending.comparison })
        return this.#notes.unclear(`*${plainText(column.name)}* holds no numbers, so it has no average.`)
      case 'numbers':
        this.#compareNumbers({ ...pending, column, isOfTime: false, quality: null })
    }
  }

  #compareNumbers(said: NumbersSaid): void {
    const figure = this.#havingFigure
    this.#havingFigure = null
    if (figure !== null) return this.#collected.addGroupCondition(figure, said)
    const found = numberCondition(said, { notes: this.#notes, fallback: this.#collected.joinedColumn })
    if (found?.kind === 'numbers') this.#pending = found
    else this.#addFound(found)
  }

  #dropWaiting(): void {
    const waiting = this.#takeWaiting()
    const pending = this.#pending
    this.#pending = null
    const fallback = pending?.kind === 'numbers' ? (pending.fallback ?? columnOfNumber(pending, this.#notes)) : null
    if (pending !== null && fallback !== null) this.#resolve(pending, fallback)
    else if (pending?.kind === 'missing' && !pending.isPresent) this.#asksAllMissing = true
    else if (pending !== null) this.#notes.unexplained(pendingWords(pending))
    if (waiting !== null) this.#notes.unexplained(waiting.comparison ?? waiting.column?.name ?? '')
  }
}
