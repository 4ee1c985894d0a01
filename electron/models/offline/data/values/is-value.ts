import type { ValueLookup } from '../request/request.ts'

/** Whether a word was found among the values of a table. No word is one before a lookup. */
export function isValue(word: string, lookup: ValueLookup): boolean {
  return (lookup?.get(word.toLowerCase()) ?? []).length > 0
}
