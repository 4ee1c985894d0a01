import { datedEvents } from '../../grammar/dated-events.ts'
import { normalWord, stemOf } from '../../words.ts'

/** The forms by which words are told to speak of one event: "orders" meets "ordered", though their stems differ. */
export function eventForms(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [normalWord(word), stemOf(word)]))
}

/** Words of the same event, a family each, in all their forms. */
export const eventFamilies: readonly ReadonlySet<string>[] = datedEvents.map(eventForms)

export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((form) => b.has(form))
}
