import { stem } from './stem.ts'

/** A word of a text: where it stands, how it is compared. */
export type Word = {
  readonly start: number
  readonly end: number
  /** Lower case, without accents, in one piece though a line ends in it. */
  readonly plain: string
  readonly stem: string
}

/** The words of a text in order. Scripts without spaces give one word per character; a phrase finds them together. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => {
    const plain = plainForm(match[0])
    return { start: match.index, end: match.index + match[0].length, plain, stem: knownStem(plain) }
  })
}

const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}`
const letter = String.raw`(?:(?![${spaceless}])[\p{L}\p{N}\p{M}])`
/** A hyphen at the end of a line belongs to the word when a small letter follows; what follows an apostrophe belongs to it too. */
const wordPattern = new RegExp(String.raw`[${spaceless}]|${letter}+(?:-\r?\n\p{Ll}${letter}*|['’]${letter}+)*`, 'gu')

function plainForm(found: string): string {
  if (/^[a-z0-9]+$/.test(found)) return found
  return found
    .replace(/-\r?\n/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/['’]s$/u, '')
}

/** A document says few different words often. */
const stems = new Map<string, string>()
const keptStems = 50_000

function knownStem(plain: string): string {
  const kept = stems.get(plain)
  if (kept !== undefined) return kept
  const stemmed = stem(plain)
  if (stems.size >= keptStems) stems.clear()
  stems.set(plain, stemmed)
  return stemmed
}
