import type { BegunCondition } from './begun-condition.ts'
import { datePartCondition, periodCondition, type DatePartSaid } from './date-conditions.ts'
import type { FilterCollector } from './filter-collector.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { PhraseOf } from './request-reading.ts'
import type { DatePart, Period } from './request.ts'

/** Collects a question's conditions on time: "in May", "since 2023", "from March to June". */
export class DateReader {
  readonly #collected: FilterCollector
  readonly #notes: ReadingNotes
  readonly #begun: BegunCondition
  #keepsEnds = false

  constructor(collected: FilterCollector, of: { readonly notes: ReadingNotes; readonly begun: BegunCondition }) {
    this.#collected = collected
    this.#notes = of.notes
    this.#begun = of.begun
  }

  /** A change is told from the first to the last of a range, not over all of it. */
  keepEnds(): void {
    this.#keepsEnds = true
  }

  addPeriods(said: readonly Period[], ends: readonly [Period, Period] | null): void {
    const periods = ends !== null && this.#keepsEnds ? ends : said
    const waiting = this.#begun.takeWaiting()
    this.#collected.addFound(periodCondition(periods, { isRange: ends !== null, waiting, notes: this.#notes }))
  }

  addDatePart(
    part: DatePart,
    of: Pick<DatePartSaid, 'operands'> & Partial<DatePartSaid> & { ends?: PhraseOf<'part'>['ends'] },
  ): void {
    const { column: waiting = null, comparison: said = null } = this.#begun.takeWaiting() ?? {}
    // "since March" would need a year.
    if (said !== null && said !== '=' && !(said === 'between' && of.operands.length > 1))
      return this.#notes.unexplained(said)
    const { comparison = '=' } = of
    const operands = this.#keepsEnds && of.ends != null ? of.ends.flat() : of.operands
    const column = of.column ?? waiting
    this.#collected.addFound(datePartCondition({ part, operands, comparison, column }, this.#notes))
  }
}
