import path from 'node:path'
import { decodeDocument } from './decode-document.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { asLines } from './split-sections.ts'

/** Markdown and any other text, as it stands. */
export async function openText(file: DocumentFile): Promise<OpenedDocument> {
  const isMarkdown = /^\.(md|markdown)$/i.test(path.extname(file.shown))
  return asLines(isMarkdown ? 'Markdown' : 'text', decodeDocument(file))
}
