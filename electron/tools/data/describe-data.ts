import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { identifyDataFiles } from './identify-data-files.ts'
import { readingTarget } from './resolve-data-files.ts'
import { splitPart } from './split-part.ts'
import { withProgress } from './with-progress.ts'

export const describeData = defineTool({
  name: 'describe_data',
  family: 'data',
  description: `Describes a data file (CSV, TSV, JSON, Parquet, XLSX, SQLite): its tables, their number of rows, and for each column the type, missing and distinct values, smallest and largest value, and examples. Use it before query_data, to write SQL with the right names and types.`,
  input: z.object({
    file: z.string().min(1).max(4096).describe('Path of the file, for example sales.csv or data/book.xlsx.'),
  }),
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 2,
  version: '1',
  load: () => Promise.resolve(),
  title: ({ file }) => `Describe ${file.replace(/\s+/g, ' ')}`,
  targets: async ({ file }, context) => [await readingTarget(splitPart(file).path, context)],
  cache: { ttlMs: 30 * 60_000, fingerprint: ({ file }, context) => identifyDataFiles([file], context) },
  async *run({ file }, context) {
    const { path, part } = splitPart(file)
    const { absolute, shown, origin } = await context.files.resolve(path, 'reading')
    const profile = yield* withProgress((onProgress) =>
      context.data.describe({ name: shown, absolute }, { signal: context.signal, onProgress }),
    )
    const asked = profile.tables.filter((table) => part !== null && table.name === `${shown}#${part}`)
    return {
      content: [{ type: 'json', value: { ...profile, tables: asked.length > 0 ? asked : profile.tables } }],
      isForeign: origin === 'foreign',
    }
  },
})
