import { AppError } from '../../../shared/errors.ts'
import type { DocumentText } from '../../../shared/tool-results.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { ReadRequest } from './document-worker-methods.ts'
import type { DocumentFile, DocumentPart, OpenedDocument } from './opened-document.ts'
import { chooseFormat } from './choose-format.ts'
import { readVerified } from './read-verified.ts'

/** Reads a document from `firstPart` on, until its end or `maxCharacters`. Runs in the worker. */
export async function readDocumentFile(request: ReadRequest): Promise<DocumentText> {
  const { absolute, shown, firstPart, maxCharacters } = request
  const file = await readVerified(absolute, shown)
  try {
    const openDocument = await chooseFormat(file)
    const document = await openDocument(file)
    const parts = await collectParts(document, { firstPart, maxCharacters, shown })
    const { format, totalParts } = document
    return { path: shown, format, parts: parts.list, totalParts, truncated: parts.isCut }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw damaged(file, error)
  }
}

async function collectParts(
  document: OpenedDocument,
  want: { readonly firstPart: number; readonly maxCharacters: number; readonly shown: string },
): Promise<{ readonly list: DocumentPart[]; readonly isCut: boolean }> {
  const { firstPart, maxCharacters, shown } = want
  if (firstPart > document.totalParts)
    throw new AppError(
      'INVALID_REQUEST',
      `“${visibleName(shown)}” ends with part ${document.totalParts}, so there is no part ${firstPart}.`,
    )
  const list: DocumentPart[] = []
  let left = maxCharacters
  for (let number = firstPart; number <= document.totalParts; number++) {
    const part = await document.part(number)
    // A part that does not fit waits for the next call, unless it would never fit.
    if (part.text.length > left && list.length > 0) return { list, isCut: true }
    if (part.text.length > left) return { list: [{ where: part.where, text: cut(part.text, left) }], isCut: true }
    left -= part.text.length
    list.push(part)
  }
  return { list, isCut: false }
}

function cut(text: string, characters: number): string {
  return `${text.slice(0, characters)}\n[Cut: ${text.length - characters} more characters in this part.]`
}

function damaged({ shown }: DocumentFile, cause: unknown): AppError {
  return new AppError('FILE_MALFORMED', `“${visibleName(shown)}” could not be read: it seems to be damaged.`, {
    hint: 'Open it in the program it came from, save it again, and try once more.',
    cause,
  })
}
