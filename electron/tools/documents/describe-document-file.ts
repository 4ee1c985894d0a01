import type { DocumentProfile } from '../../../shared/tool-results.ts'
import type { DescribeRequest } from './document-worker-methods.ts'
import { maxReadCharacters, readParts } from './read-parts.ts'
import { splitPassages } from './search/split-passages.ts'
import { splitWords } from './search/split-words.ts'
import { chooseSentences } from './summary/choose-sentences.ts'
import { proseSentences } from './summary/prose-sentences.ts'
import { withDocument } from './with-document.ts'

/** More would fill the answer; how many there are is told. */
const maxHeadings = 100
const maxTables = 50
const maxColumns = 30

/** What a document is made of: headings, tables, and the sentences that say most. Runs in the worker. */
export async function describeDocumentFile(request: DescribeRequest): Promise<DocumentProfile> {
  const { shown } = request
  return withDocument(request, async (document) => {
    const parts = await readParts(document, maxReadCharacters)
    const outline = await document.outline()
    const tables = await document.tables()
    const passages = splitPassages(parts, outline.headings)
    const sentences = proseSentences(passages)
    return {
      path: shown,
      format: document.format,
      totalParts: document.totalParts,
      partsRead: parts.length,
      emptyParts: parts.filter(({ isEmpty }) => isEmpty).length,
      words: passages.reduce((sum, { text }) => sum + splitWords(text).length, 0),
      headings: outline.headings.slice(0, maxHeadings).map(({ level, text, where, line }) => {
        return { level, text, where: line === undefined ? where : `line ${line}` }
      }),
      totalHeadings: outline.headings.length,
      headingsFrom: outline.from,
      tables: tables.slice(0, maxTables).map(({ name, where, rows, columns }) => {
        return { name: `${shown}#${name}`, where, rows: rows.length, columns: columns.slice(0, maxColumns) }
      }),
      sentences: chooseSentences(sentences, request.sentences).map(({ where, heading, text }) => {
        return { where, heading, text }
      }),
      totalSentences: sentences.length,
    }
  })
}
