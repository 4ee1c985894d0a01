import type { BegunCondition } from './begun-condition.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { DateReader } from './date-reader.ts'
import type { FilterCollector } from './filter-collector.ts'
import type { Phrase } from '../words/phrase.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'

/** A request while it is read: what it is so far, its conditions, and what is to be told or asked of it. */
export type RequestReading = {
  readonly draft: RequestDraft
  readonly notes: ReadingNotes
  readonly begun: BegunCondition
  readonly conditions: ConditionReader
  readonly dates: DateReader
  readonly collected: FilterCollector
}

/** What stands right before a phrase, and all that follows. */
export type Neighbours = { readonly before: Phrase | null; readonly rest: readonly Phrase[] }

export type PhraseOf<Kind extends Phrase['kind']> = Extract<Phrase, { readonly kind: Kind }>
