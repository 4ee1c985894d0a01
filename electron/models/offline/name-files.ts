import type { FileEntry } from '../../../shared/tool-results.ts'
import { dataEndings, documentEndings } from './grammar/file-kinds.ts'
import { baseName } from './files.ts'
import { normalWord, wordsOfName } from './words.ts'

export type NamedFiles = {
  /** Files named in full; several when one name stands in two folders. */
  readonly files: readonly FileEntry[]
  /** Tables inside of them, named `book.xlsx#Sheet`. */
  readonly tables: readonly string[]
  /** Names that look like a file's but are not here. */
  readonly absent: readonly string[]
  /** The text without those names. */
  readonly rest: string
}

/** Finds the files a text names with their ending, by path or name. The longest name wins. */
export function nameFiles(text: string, files: readonly FileEntry[]): NamedFiles {
  const named: FileEntry[] = []
  const tables: string[] = []
  let rest = text
  const names = [...new Set(files.flatMap((file) => [file.path, baseName(file.path)]))].sort(
    (a, b) => b.length - a.length,
  )
  for (const name of names) {
    const at = findName(rest, name)
    if (at === -1) continue
    const before = rest.slice(0, at)
    const isQuoted = /["'“‘`]$/u.test(before)
    const part = (isQuoted ? quotedPart : barePart).exec(rest.slice(at + name.length))?.[0] ?? ''
    rest = `${before.replace(/["'“‘`]$/u, '')} ${rest.slice(at + name.length + part.length).replace(/^["'”’`]/u, '')}`
    const isSame = (path: string) => path.toLowerCase() === name.toLowerCase()
    const byPath = files.filter((file) => isSame(file.path))
    const found = byPath.length > 0 ? byPath : files.filter((file) => isSame(baseName(file.path)))
    named.push(...found)
    if (part !== '') tables.push(...found.map((file) => `${file.path}${part}`))
  }
  const absent = [...rest.matchAll(fileLike)].map((match) => match[0])
  return { files: [...new Set(named)], tables, absent, rest }
}

/** Files that share a word with the text, for names given without their ending: "the quarterly report". */
export function resembleFiles(text: string, files: readonly FileEntry[]): readonly FileEntry[] {
  const words = new Set(wordsOfName(text).map(normalWord))
  const scored = files.map((file) => ({ file, score: sharedWords(words, file.path) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ file }) => file)
}

/** A sheet with blanks in its name needs quotes around the whole. */
const quotedPart = /^#[^"”’'`]+/u
const barePart = /^#(?:(?:(?:page|slide) \d+ )?table \d+|[\p{L}\p{N}_-]+)/iu

const endings = [...dataEndings, ...documentEndings].map((each) => each.replaceAll('.', String.raw`\.`)).join('|')
const fileLike = new RegExp(String.raw`[\p{L}\p{N}_][\p{L}\p{N}_./-]*\.(?:${endings})(?![\p{L}\p{N}])`, 'giu')

/** Where a name stands in a text as a whole, in any case; -1 when it does not. */
function findName(text: string, name: string): number {
  const lower = text.toLowerCase()
  const wanted = name.toLowerCase()
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const isWhole = !isNameCharacter(text[at - 1]) && !isNameCharacter(text[at + name.length])
    if (isWhole) return at
  }
  return -1
}

function isNameCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_/-]/u.test(character)
}

function sharedWords(words: ReadonlySet<string>, path: string): number {
  const name = baseName(path).replace(/\.\w+$/, '')
  return wordsOfName(name).filter((word) => words.has(word)).length
}
