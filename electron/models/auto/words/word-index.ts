import { splitWords } from './split-words.ts'
import { concepts, type Concept, type WordTable } from './word-table.ts'

/** An entry of a table: its pieces but the first, which it is found by, and whether the last one is only a beginning. */
type Entry = { readonly concept: Concept; readonly rest: readonly string[]; readonly isStem: boolean }

export type Match = { readonly concept: Concept; readonly length: number }

export type WordIndex = {
  /** What the tables hold that begins at this place of a text; lengths in pieces. */
  matchesAt(pieces: readonly string[], start: number): readonly Match[]
}

export function createWordIndex(tables: readonly WordTable[]): WordIndex {
  const whole = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  for (const table of tables) {
    for (const concept of concepts) for (const word of table[concept].split(',')) add(concept, word.trim())
  }
  return {
    matchesAt(pieces, start) {
      const found = formsOf(pieces[start] ?? '').flatMap((form) => [
        ...(whole.get(form) ?? []),
        ...beginningsOf(form).flatMap((beginning) => stems.get(beginning) ?? []),
      ])
      return found.flatMap(({ concept, rest, isStem }) =>
        rest.every((piece, index) => isPiece(pieces[start + 1 + index], piece, isStem && index === rest.length - 1))
          ? [{ concept, length: rest.length + 1 }]
          : [],
      )
    },
  }

  function add(concept: Concept, word: string): void {
    const isStem = word.endsWith('*') || hasEndings.test(word)
    const [first = '', ...rest] = splitWords(word.replace(/\*$/, ''))
    const into = isStem && rest.length === 0 ? stems : whole
    into.set(first, [...(into.get(first) ?? []), { concept, rest, isStem }])
  }
}

/** Hindi and Arabic write endings onto the word; two letters of Arabic begin too many others. */
const hasEndings = /\p{sc=Devanagari}$|\p{sc=Arabic}{3}$/u

/** Arabic writes «and», «in» and «the» onto the word: with and without. */
function formsOf(piece: string): readonly string[] {
  if (!/^\p{sc=Arabic}/u.test(piece)) return [piece]
  const bare = /^[وف]?[بلك]?(?:ال|لل)?/u.exec(piece)?.[0].length ?? 0
  return Array.from({ length: Math.min(bare, piece.length - 2) + 1 }, (_, cut) => piece.slice(cut))
}

function beginningsOf(piece: string): readonly string[] {
  // No stem is longer than 24 letters.
  return Array.from({ length: Math.min(piece.length, 24) }, (_, index) => piece.slice(0, index + 1))
}

function isPiece(piece: string | undefined, expected: string, isBeginning: boolean): boolean {
  return isBeginning ? piece?.startsWith(expected) === true : piece === expected
}
