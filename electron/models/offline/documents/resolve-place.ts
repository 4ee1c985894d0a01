import type { FileEntry } from '../../../../shared/tool-results.ts'
import type { Situation } from '../ask-tool.ts'
import { baseName, isDataFile, isDocument } from '../files.ts'
import { anyDocumentWords, documentKinds } from '../grammar/document-names.ts'
import { nameFiles, resembleFiles } from '../name-files.ts'
import { normalWord, wordsOfName } from '../words.ts'

/** The documents a person's words mean. `all` is every document of the opened folder. */
export type Place =
  | { readonly kind: 'files'; readonly files: readonly FileEntry[] }
  | { readonly kind: 'all' }
  /** It looks like a file's name, and there is none. */
  | { readonly kind: 'absent'; readonly name: string }
  | { readonly kind: 'unknown' }

/**
 * Finds the documents words mean: files named in full, what was attached ("this document"), a folder, names that share
 * a word with it, documents of a kind ("the slides"), or all there are ("my documents").
 */
export function resolvePlace(words: string | null, files: readonly FileEntry[], { turn }: Situation): Place {
  const documents = files.filter((file) => isDocument(file) || /\.xlsx$/i.test(file.path))
  const attached = files.filter((file) => turn.attachments.some(({ path }) => path === file.path))
  if (words === null) return attached.length > 0 ? { kind: 'files', files: attached } : { kind: 'all' }
  const named = nameFiles(words, files)
  if (named.files.length > 0) return { kind: 'files', files: named.files }
  const [absent] = named.absent
  if (absent !== undefined) return { kind: 'absent', name: absent }
  const telling = tellingWords(words)
  if (telling.length === 0) return attached.length > 0 ? { kind: 'files', files: attached } : theOnly(words, documents)
  const found = [inFolder(telling, documents), resembling(words, documents), ofKind(telling, documents)].find(
    (each) => each.length > 0,
  )
  if (found !== undefined) return { kind: 'files', files: found }
  const data = resembling(words, files.filter(isDataFile))
  return data.length > 0 ? { kind: 'files', files: data } : { kind: 'unknown' }
}

/** "The document" is the only one, when there is only one. */
function theOnly(words: string, documents: readonly FileEntry[]): Place {
  const isOne = /\b(the|this|that) (document|file|text)$/i.test(words)
  return isOne && documents.length === 1 ? { kind: 'files', files: documents } : { kind: 'all' }
}

function inFolder(telling: readonly string[], documents: readonly FileEntry[]): readonly FileEntry[] {
  return documents.filter(({ path }) => {
    const folders = path.split('/').slice(0, -1)
    return folders.some((folder) => {
      const own = wordsOfName(folder).map(normalWord)
      return own.length > 0 && own.every((word) => telling.includes(word))
    })
  })
}

/** Every word that tells something must be in the name: "the sales contract" is not "sales.pdf". */
function resembling(words: string, documents: readonly FileEntry[]): readonly FileEntry[] {
  const telling = tellingWords(words)
  return resembleFiles(telling.join(' '), documents).filter(({ path }) => {
    const own = new Set(wordsOfName(baseName(path)).map(normalWord))
    return telling.every((word) => own.has(word))
  })
}

const emptyWords = new Set(anyDocumentWords.map(normalWord))

function tellingWords(words: string): string[] {
  return wordsOfName(words).filter((word) => !emptyWords.has(word))
}

function ofKind(telling: readonly string[], documents: readonly FileEntry[]): readonly FileEntry[] {
  const [kind = '', ...others] = telling
  const endings = others.length === 0 && Object.hasOwn(documentKinds, kind) ? (documentKinds[kind] ?? []) : []
  return documents.filter(({ path }) => endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`)))
}
