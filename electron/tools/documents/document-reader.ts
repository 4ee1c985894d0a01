import type { DocumentProfile, DocumentText } from '../../../shared/tool-results.ts'
import type { FileToRead } from './document-worker-methods.ts'
import type { DocumentTable } from './opened-document.ts'
import type { DocumentFindings } from './search-document-file.ts'
import type { Wanted } from './search/read-query.ts'

/**
 * PDF, DOCX, XLSX, PPTX, HTML, Markdown and plain text, each file read in a process of its own. Every method throws
 * `FILE_ENCRYPTED`, `FILE_MALFORMED`, `FILE_TOO_LARGE`, `CANCELLED`, `TOOL_TIMEOUT`, `WORKER_DIED`.
 */
export type DocumentReader = {
  /** Its text. `firstPart` counts pages, sheets or slides from 1. */
  read(
    file: FileToRead,
    options: DocumentCallOptions & { readonly firstPart: number; readonly maxCharacters: number },
  ): Promise<DocumentText>
  /** Its passages that hold any of what is wanted. */
  search(
    file: FileToRead,
    options: DocumentCallOptions & { readonly wanted: readonly Wanted[] },
  ): Promise<DocumentFindings>
  /** Its headings, tables and most telling sentences: as many as asked for, or by its length for null. */
  describe(
    file: FileToRead,
    options: DocumentCallOptions & { readonly sentences: number | null },
  ): Promise<DocumentProfile>
  /** Its tables with all their rows. */
  tables(file: FileToRead, options: DocumentCallOptions): Promise<readonly DocumentTable[]>
  close(): void
}

type DocumentCallOptions = { readonly signal: AbortSignal }
