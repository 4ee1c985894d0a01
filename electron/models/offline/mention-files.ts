import type { FileEntry } from '../../../shared/tool-results.ts'
import { baseName } from './files.ts'
import { dataEndings, documentEndings } from './grammar/file-kinds.ts'
import { wordsOfName } from './words.ts'

/** The files a text mentions by every word of their name, without its ending: "Seattle weather" for seattle-weather.csv. */
export function mentionFiles(text: string, files: readonly FileEntry[]): readonly FileEntry[] {
  const longest = Math.max(0, ...files.map((file) => mentionedWords(text, file.path)))
  return longest === 0 ? [] : files.filter((file) => mentionedWords(text, file.path) === longest)
}

/** How many words a text spends on a file's or a table's whole name, in its order; 0 when it does not name it. */
export function mentionedWords(text: string, name: string): number {
  const asked = wordsOfName(text)
  const [most = 0] = spellingsOf(name)
    .map((wanted) => {
      const isAt = (start: number) => wanted.every((word, index) => asked[start + index] === word)
      return asked.some((_, start) => isAt(start)) || asked.includes(wanted.join('')) ? wanted.length : 0
    })
    .filter((words) => words > 0)
  return most
}

/** A name in full, and without what stands in brackets: "Q3 export" is Q3 export (final).csv. */
function spellingsOf(name: string): readonly (readonly string[])[] {
  const spellings = [name, name.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')].map(wordsOfFile)
  return spellings.filter((words) => words.length > 0)
}

/**
 * A text without the words that name a file or table, where they stand together after a word that points to a place. A
 * name with a figure in it, such as "S&P 500", is one wherever it stands.
 */
export function withoutMention(text: string, name: string): string {
  const spellings = spellingsOf(name).map((words) => words.join(' '))
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}_-]+/gu)]
  for (const [start, first] of tokens.entries()) {
    const length =
      tokens.slice(start).findLastIndex((_, index) => spellings.includes(phraseOf(tokens, start, index))) + 1
    const last = tokens[start + length - 1]
    const before = tokens[start - 1]?.[0].toLowerCase() ?? ''
    if (length === 0 || last === undefined) continue
    if (!placeWords.has(before) && (length === 1 || !/\d/.test(last[0]))) continue
    return text.slice(0, first.index) + text.slice(last.index + last[0].length)
  }
  return text
}

const placeWords: ReadonlySet<string> = new Set([
  'in',
  'of',
  'from',
  'for',
  'on',
  'within',
  'across',
  'the',
  'this',
  'my',
  'our',
])

function phraseOf(tokens: readonly RegExpExecArray[], start: number, index: number): string {
  const text = tokens.slice(start, start + index + 1)
  return text.map(([word]) => wordsOfName(word).join(' ')).join(' ')
}

/** The words of a file's name without folders and ending, or of the table in it. */
export function wordsOfFile(name: string): readonly string[] {
  const [path = '', part] = name.split('#')
  return wordsOfName(part ?? baseName(path).replace(ending, ''))
}

const endings = [...dataEndings, ...documentEndings].map((each) => each.replaceAll('.', String.raw`\.`)).join('|')
const ending = new RegExp(String.raw`\.(?:${endings})$`, 'i')
