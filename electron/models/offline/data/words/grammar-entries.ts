import type { Token } from './split-question.ts'

const longestEntryWords = 5

/** A person may write "constructor": only the table's own entries count. */
export function own<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}

/** The word or mark at a place, in lower case; empty where there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token?.kind === 'word' || token?.kind === 'mark' ? token.text.toLowerCase() : ''
}

/** The longest run of words from `at` that a grammar table knows, with what it says. */
export function longestEntry<Entry>(
  tokens: readonly Token[],
  at: number,
  find: (words: string) => Entry | undefined,
  shortest = 1,
): { readonly entry: Entry; readonly length: number } | null {
  for (let length = longestEntryWords; length >= shortest; length--) {
    const words = Array.from({ length }, (_, index) => wordAt(tokens, at + index))
    if (words.includes('')) continue
    const entry = find(words.join(' '))
    if (entry !== undefined) return { entry, length }
  }
  return null
}
