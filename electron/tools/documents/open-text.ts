import path from 'node:path'
import { decodeDocument } from './decode-document.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { markdownOutline } from './outline/markdown-outline.ts'
import { readParts } from './read-parts.ts'
import { asLines } from './split-sections.ts'
import { markdownTables } from './tables/markdown-tables.ts'

/** Markdown and any other text, as it stands. */
export async function openText(file: DocumentFile): Promise<OpenedDocument> {
  const isMarkdown = /^\.(md|markdown)$/i.test(path.extname(file.shown))
  const lines = asLines(isMarkdown ? 'Markdown' : 'text', decodeDocument(file))
  if (!isMarkdown) return lines
  return {
    ...lines,
    async outline() {
      const headings = markdownOutline(await readParts(lines))
      return { headings, from: headings.length === 0 ? null : 'its headings' }
    },
    tables: async () => markdownTables(await readParts(lines)),
  }
}
