import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodeDocument } from './decode-document.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { asSections } from './split-sections.ts'
import { htmlTables } from './tables/html-tables.ts'

/** A web page as Markdown: its article where there is one, else all of it. Nothing is run or loaded. */
export async function openHtml(file: DocumentFile): Promise<OpenedDocument> {
  const html = decodeDocument(file)
  const { document } = parseHTML(html)
  const title = document.title.trim()
  const article = new Readability(document, { charThreshold: 200 }).parse()
  const body = htmlToMarkdown(article?.content ?? html)
  return {
    ...asSections('HTML', [...(title === '' ? [] : [`# ${title}`]), body].join('\n\n'), 'its headings'),
    tables: async () => htmlTables(html, 'whole document'),
  }
}
