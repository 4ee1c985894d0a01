import type { SearchRequest } from './document-worker-methods.ts'
import { maxReadCharacters, readParts } from './read-parts.ts'
import { findPassages, type Findings } from './search/find-passages.ts'
import { splitPassages } from './search/split-passages.ts'
import { withDocument } from './with-document.ts'

export type DocumentFindings = Findings & {
  /** Its pages, slides, sheets or sections; how many were looked through, and how many of those have no text. */
  readonly totalParts: number
  readonly partsRead: number
  readonly emptyParts: number
  /** Something of a part that was read was left out. */
  readonly isCut: boolean
}

/** Looks for what is wanted in a whole document. Runs in the worker. */
export async function searchDocumentFile(request: SearchRequest): Promise<DocumentFindings> {
  return withDocument(request, async (document) => {
    const parts = await readParts(document, maxReadCharacters)
    const { headings } = await document.outline()
    return {
      ...findPassages(splitPassages(parts, headings), request.wanted),
      totalParts: document.totalParts,
      partsRead: parts.length,
      emptyParts: parts.filter(({ isEmpty }) => isEmpty).length,
      isCut: parts.some(({ isCut }) => isCut),
    }
  })
}
