import { AppError } from '../../../shared/errors.ts'
import type { DocumentText } from '../../../shared/tool-results.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { ReadRequest } from './document-worker-methods.ts'
import type { OpenedDocument } from './opened-document.ts'
import { withDocument } from './with-document.ts'

/** Reads a document from `firstPart` on, until its end or `maxCharacters`. Runs in the worker. */
export async function readDocumentFile(request: ReadRequest): Promise<DocumentText> {
  const { shown, firstPart, maxCharacters } = request
  return withDocument(request, async (document) => {
    const parts = await collectParts(document, { firstPart, maxCharacters, shown })
    const { format, totalParts } = document
    return { path: shown, format, parts: parts.list, totalParts, truncated: parts.isCut }
  })
}

async function collectParts(
  document: OpenedDocument,
  want: { readonly firstPart: number; readonly maxCharacters: number; readonly shown: string },
): Promise<{ readonly list: DocumentText['parts']; readonly isCut: boolean }> {
  const { firstPart, maxCharacters, shown } = want
  if (firstPart > document.totalParts)
    throw new AppError(
      'INVALID_REQUEST',
      `“${visibleName(shown)}” ends with part ${document.totalParts}, so there is no part ${firstPart}.`,
    )
  const list: DocumentText['parts'] = []
  let left = maxCharacters
  for (let number = firstPart; number <= document.totalParts; number++) {
    const { where, text } = await document.part(number)
    // A part that does not fit waits for the next call, unless it would never fit.
    if (text.length > left && list.length > 0) return { list, isCut: true }
    if (text.length > left) return { list: [{ where, text: cut(text, left) }], isCut: true }
    left -= text.length
    list.push({ where, text })
  }
  return { list, isCut: false }
}

function cut(text: string, characters: number): string {
  return `${text.slice(0, characters)}\n[Cut: ${text.length - characters} more characters in this part.]`
}
