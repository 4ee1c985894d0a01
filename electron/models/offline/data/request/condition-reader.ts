import type { Comparison } from '../../grammar/comparisons.ts'
import type { TextMatch } from '../../grammar/text-matches.ts'
import { plainText } from '../../markdown.ts'
import { pendingWords, waitingFor, type BegunCondition, type Pending, type Waiting } from './begun-condition.ts'
import type { Collected, FilterCollector } from './filter-collector.ts'
import type { NumberSaid, OpenPhrase } from '../words/phrase.ts'
import { thatThereIsNone } from './that-there-is-none.ts'
import { numberCondition, type NumbersSaid } from './number-conditions.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { PhraseOf } from './request-reading.ts'
import type { Figure, ValueLookup } from './request.ts'
import { isNumeric, isTruth, type Column } from '../columns/table-columns.ts'
import { columnOfNumber, isOfOtherUnit } from '../columns/column-of-number.ts'
import { ValueConditions } from '../values/value-conditions.ts'

/** Collects a question's conditions, but for those on time. */
export class ConditionReader {
  /** Of words that name no column. */
  readonly values: ValueConditions
  readonly #collected: FilterCollector
  readonly #notes: ReadingNotes
  readonly #begun: BegunCondition
  #asksAllMissing = false
  #havingFigure: Figure | null = null

  constructor(
    collected: FilterCollector,
    of: { readonly notes: ReadingNotes; readonly begun: BegunCondition; readonly lookup: ValueLookup },
  ) {
    this.#collected = collected
    this.#notes = of.notes
    this.#begun = of.begun
    this.values = new ValueConditions(collected, of)
  }

  /** Whether words were left for a lookup. */
  get hasOpenWords(): boolean {
    return this.values.hasLeft
  }

  /** Whether missing values were asked for, and no column was named. */
  get asksAllMissing(): boolean {
    return this.#asksAllMissing
  }

  /** "more than 10 orders": a condition on the number of rows of each group. */
  countRows(): void {
    this.compareOfGroup(null)
  }

  /** "more than 200 bottles", of each group in all. Null is its number of rows. */
  compareOfGroup(figure: Figure | null): void {
    const pending = this.#begun.takePending()
    if (pending?.kind === 'numbers') this.#collected.addGroupCondition(figure, pending)
  }

  /** "a total amount over 100": the comparison that follows is about a figure of each group. */
  startWithFigure(figure: Figure): void {
    this.startWith(figure.column)
    this.#havingFigure = figure
  }

  startWith(column: Column): void {
    const { unit } = this.#begun
    // "over 15 kilos with attempts above 2": the kilos have a column of their own.
    if (unit !== null && isOfOtherUnit({ unit, column, columns: this.#notes.columns })) this.#dropBegun()
    const pending = this.#begun.takePending()
    if (pending !== null) return this.#resolve(pending, column)
    // "between longitude -5 and 5": what compares was said before it.
    const said = this.#begun.comparesNext ? this.#begun.takeWaiting() : null
    this.#begun.waitFor({ ...(said ?? waitingFor(column)), column })
  }

  /** A preposition: the same condition goes on after a column, and a new one begins after a whole one. */
  newCondition(): void {
    if (this.#begun.isBareColumn) return
    this.#dropBegun()
    this.#collected.endNegation()
  }

  /** `from`: where it is said in the question. */
  compare(said: Pick<Waiting, 'isOfTime' | 'quality'> & { comparison: Comparison; from: number }): void {
    const { comparison, isOfTime, quality, from } = said
    const after = this.#notes.question.slice(0, from)
    this.#begun.waitFor({ comparison, isOfTime, quality, after, column: this.#begun.column, operands: [] })
  }

  average(comparison: '>' | '<'): void {
    this.#awaitColumn({ kind: 'average', comparison })
  }

  missing(isPresent: boolean, isWritten = false): void {
    this.#awaitColumn({ kind: 'missing', isPresent, isWritten })
  }

  match(match: TextMatch, text: string): void {
    const column = this.#begun.takeWaiting()?.column ?? null
    if (column === null)
      this.#notes.unclear(`Which column shall hold “${plainText(text)}”? Say, for example, “where name contains …”.`)
    else this.#collected.add({ kind: 'text', column, match, text })
  }

  truth(column: Column, value: boolean): void {
    this.#begun.takeWaiting()
    this.#collected.add({ kind: 'truth', column }, !value)
  }

  /** "yes" or "no" after a column of true and false. */
  answerTruth(value: boolean): void {
    const { column } = this.#begun
    if (column !== null && isTruth(column)) this.truth(column, value)
    else this.#notes.unexplained(value ? 'true' : 'false')
  }

  /** A number after a column or comparison: "amount over 100", "between 10 and 20", "since 2023". */
  addNumber(said: NumberSaid): void {
    const joined = this.#collected.goesOn ? this.#collected.joinedColumn : null
    const waiting = this.#begun.takeWaiting() ?? waitingFor(joined)
    const operands = [...waiting.operands, said.value]
    const comparison = waiting.comparison ?? said.comparison ?? '='
    const isDouble = waiting.comparison !== null && said.comparison !== null
    if (isDouble) this.#notes.unexplained(String(said.value))
    if (comparison === 'between' && operands.length < 2) this.#begun.waitFor({ ...waiting, operands })
    else if (!isDouble) this.#compareNumbers({ ...waiting, comparison, operands, unit: said.unit })
  }

  addRange({ low, high, unit }: PhraseOf<'range'>, isBeforeColumn: boolean): void {
    const waiting = this.#begun.takeWaiting() ?? waitingFor(null)
    const isFitting = waiting.comparison === null || waiting.comparison === 'between' || waiting.comparison === '>='
    if (!isFitting || low > high) return this.#notes.unexplained(`${low} to ${high}`)
    this.#compareNumbers({ ...waiting, comparison: 'between', operands: [low, high], isOfTime: !isBeforeColumn, unit })
  }

  /** Words that name no column: values, of the waiting column if there is one. */
  addOpen(said: OpenPhrase): void {
    const waiting = this.#begun.takeWaiting()
    if (waiting?.comparison != null && waiting.comparison !== '=') this.#notes.unexplained(said.words.join(' '))
    else this.values.add(said, waiting?.column ?? null)
  }

  /** A condition that never got what it compares with means nothing. */
  drop(): void {
    this.#dropBegun()
    this.#collected.endConditions()
  }

  finish(): Collected {
    this.drop()
    return this.#collected.finish()
  }

  #awaitColumn(pending: Pending): void {
    const column = this.#begun.takeWaiting()?.column ?? null
    if (column === null) this.#begun.waitForColumn(pending)
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
    if (found?.kind === 'numbers') this.#begun.waitForColumn(found)
    else this.#collected.addFound(found)
  }

  #dropBegun(): void {
    const waiting = this.#begun.takeWaiting()
    const pending = this.#begun.takePending()
    const fallback = pending?.kind === 'numbers' ? (pending.fallback ?? columnOfNumber(pending, this.#notes)) : null
    if (pending !== null && fallback !== null) this.#resolve(pending, fallback)
    else if (pending?.kind === 'missing' && !pending.isPresent) this.#asksAllMissing = true
    else if (pending !== null) this.#notes.unexplained(pendingWords(pending))
    if (waiting !== null) this.#notes.unexplained(waiting.comparison ?? waiting.column?.name ?? '')
  }
}
