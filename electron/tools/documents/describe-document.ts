import { titleName } from '../../../shared/title-name.ts'
import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  path: z.string().min(1).max(4096).describe('Relative to the opened folder, or attachments/….'),
  sentences: z
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('How many of its sentences. By its length if left out.'),
})

export const describeDocument = defineTool({
  name: 'describe_document',
  family: 'documents',
  description:
    'Describes a PDF, Word, PowerPoint, HTML, Markdown or text file without reading it out: its headings, its tables (as ' +
    'query_data names them), and those of its own sentences that say most, each with its page. Use it before reading a ' +
    'long one.',
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 90_000,
  concurrency: 2,
  version: '1',
  load: async () => undefined,
  title: ({ path }) => `Look through ${titleName(path)}`,

  async targets({ path }, context) {
    const { absolute, origin } = await context.files.resolve(path, 'reading')
    return [{ kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }]
  },

  cache: { ttlMs: 30 * 60_000, fingerprint: ({ path }, context) => context.identify(path) },

  async *run({ path, sentences }, context) {
    const file = await context.files.resolve(path, 'reading')
    const value = await context.documents.describe(file, { sentences: sentences ?? null, signal: context.signal })
    return { content: [{ type: 'json', value }], isForeign: file.origin === 'foreign' }
  },
})
