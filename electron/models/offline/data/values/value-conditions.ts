import type { FilterCollector } from '../request/filter-collector.ts'
import { findValues } from './find-values.ts'
import type { OpenPhrase } from '../words/phrase.ts'
import type { ReadingNotes } from '../request/reading-notes.ts'
import { readValues } from './read-values.ts'
import type { ValueLookup } from '../request/request.ts'
import type { Column } from '../columns/table-columns.ts'

/** Words as values of a table. Before a lookup they are only known to stand for some condition. */
export class ValueConditions {
  readonly #collected: FilterCollector
  readonly #notes: ReadingNotes
  readonly #lookup: ValueLookup
  /** Whether words were left for a lookup. */
  hasLeft = false

  constructor(collected: FilterCollector, of: { readonly notes: ReadingNotes; readonly lookup: ValueLookup }) {
    this.#collected = collected
    this.#notes = of.notes
    this.#lookup = of.lookup
  }

  get isLookedUp(): boolean {
    return this.#lookup !== null
  }

  /** Whether the words begin with a value of a column. Nobody knows before a lookup. */
  isValueOf({ words, isQuoted }: OpenPhrase, column: Column): boolean {
    if (this.#lookup === null) return false
    const { hits } = findValues(words, { lookup: this.#lookup, column: column.name, isQuoted })
    const [first] = hits
    return first !== undefined && words.join(' ').toLowerCase().startsWith(first.phrase)
  }

  /** `column` is the one they must belong to, where the question says so. */
  add(said: OpenPhrase, column: Column | null): void {
    if (this.#lookup === null) {
      this.hasLeft = true
      return this.#collected.expectValues()
    }
    const found = readValues(said, { lookup: this.#lookup, column, notes: this.#notes })
    for (const condition of found) this.#collected.add(condition)
  }
}
