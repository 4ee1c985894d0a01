import type { DocumentText } from '../../../shared/tool-results.ts'

/**
 * Text of PDF, DOCX, XLSX, PPTX, HTML, Markdown and plain text, read in a process of its own. Throws
 * `FILE_ENCRYPTED`, `FILE_MALFORMED`, `FILE_TOO_LARGE`, `CANCELLED`, `WORKER_DIED`.
 */
export type DocumentReader = {
  /** `firstPart` counts pages, sheets or slides from 1. */
  read(
    file: { readonly absolute: string; readonly shown: string },
    options: { readonly firstPart: number; readonly maxCharacters: number; readonly signal: AbortSignal },
  ): Promise<DocumentText>
  close(): void
}
