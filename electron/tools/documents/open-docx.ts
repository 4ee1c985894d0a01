import mammoth from 'mammoth'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { readArchive } from './read-archive.ts'
import { asSections } from './split-sections.ts'
import { htmlTables } from './tables/html-tables.ts'

/** Word, as Markdown in sections: the file itself knows no pages. Pictures are left out, linked files not followed. */
export async function openDocx(file: DocumentFile): Promise<OpenedDocument> {
  await readArchive(file)
  const withoutPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml(
    { buffer: file.bytes },
    { convertImage: withoutPictures, styleMap: ["p[style-name='Title'] => h1:fresh"] },
  )
  return {
    ...asSections('Word', htmlToMarkdown(value), 'the styles of its headings'),
    tables: async () => htmlTables(value, 'whole document'),
  }
}
