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
  const runs = runsFrom(tokens, at)
  for (let length = runs.length; length >= shortest; length--) {
    const entry = find(runs[length - 1] ?? '')
    if (entry !== undefined) return { entry, length }
  }
  return null
}

/** The words from a place on, one, two and so on up to the longest entry, as far as they are words. */
function runsFrom(tokens: readonly Token[], at: number): readonly string[] {
  const known = runsOfTokens.get(tokens) ?? []
  runsOfTokens.set(tokens, known)
  return (known[at] ??= readRuns(tokens, at))
}

function readRuns(tokens: readonly Token[], at: number): readonly string[] {
  const runs: string[] = []
  for (let length = 0; length < longestEntryWords; length++) {
    const word = wordAt(tokens, at + length)
    if (word === '') break
    runs.push(length === 0 ? word : `${runs[length - 1]} ${word}`)
  }
  return runs
}

/** Dozens of tables are asked for every place of a question. */
const runsOfTokens = new WeakMap<readonly Token[], (readonly string[])[]>()
