import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { identifyDataFiles } from './identify-data-files.ts'
import { profileForModel } from './profile-for-model.ts'
import { readingTarget } from './resolve-data-files.ts'
import { splitPart } from './split-part.ts'
import { withDocumentTables } from './with-document-tables.ts'
import { withProgress } from './with-progress.ts'

export const describeData = defineTool({
  name: 'describe_data',
  family: 'data',
  description: `Describes a data file (CSV, TSV, JSON, Parquet, XLSX, SQLite, or a document with tables: PDF, DOCX, PPTX, HTML, Markdown): its tables, their number of rows, and for each column the type, missing and distinct values, smallest and largest value, examples, mean, deviation and quartiles of figures, and the values themselves where they are few. Use it before query_data, to write SQL with the right names and types.`,
  input: z.object({
    file: z.string().min(1).max(4096).describe('Path of the file, for example sales.csv or data/book.xlsx.'),
  }),
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 2,
  version: '2',
  load: () => Promise.resolve(),
  title: ({ file }) => `Describe ${file.replace(/\s+/g, ' ')}`,
  targets: async ({ file }, context) => [await readingTarget(splitPart(file).path, context)],
  cache: { ttlMs: 30 * 60_000, fingerprint: ({ file }, context) => identifyDataFiles([file], context) },
  async *run({ file }, context) {
    const { path, part } = splitPart(file)
    const { absolute, shown, origin } = await context.files.resolve(path, 'reading')
    const read = await withDocumentTables({ name: shown, absolute }, shown, context)
    const profile = yield* withProgress((onProgress) =>
      context.data.describe(read, { signal: context.signal, onProgress, isRefresh: context.isRefresh }),
    )
    const asked = profile.tables.filter((table) => part !== null && table.name === `${shown}#${part}`)
    return {
      content: [{ type: 'json', value: profileForModel(asked.length > 0 ? { ...profile, tables: asked } : profile) }],
      isForeign: origin === 'foreign',
    }
  },
})
