import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { titleName } from '../../../shared/title-name.ts'

const mostCharacters = 40_000

const input = z.object({
  path: z.string().min(1).max(4096).describe('Relative to the opened folder, or attachments/….'),
  from: z.number().int().min(1).default(1).describe('The page, sheet, slide or section to begin with, counted from 1.'),
  maxCharacters: z.number().int().min(500).max(mostCharacters).default(mostCharacters),
})

export const readDocument = defineTool({
  name: 'read_document',
  family: 'documents',
  description:
    'Reads the text of a PDF, Word, Excel, PowerPoint, HTML, Markdown or text file, with page, sheet or slide. Long ones ' +
    'come in parts: when "truncated" is true, ask again with "from" set to the next part. Quote where each fact stands.',
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 90_000,
  concurrency: 2,
  version: '2',
  load: async () => undefined,
  title: ({ path, from }) => `Read ${titleName(path)}${from > 1 ? ` from part ${from}` : ''}`,

  async targets({ path }, context) {
    const { absolute, origin } = await context.files.resolve(path, 'reading')
    return [{ kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }]
  },

  cache: { ttlMs: 30 * 60_000, fingerprint: ({ path }, context) => context.identify(path) },

  async *run({ path, from, maxCharacters }, context) {
    const file = await context.files.resolve(path, 'reading')
    const options = { firstPart: from, maxCharacters, signal: context.signal }
    const value = await context.documents.read(file, options)
    return { content: [{ type: 'json', value }], isForeign: file.origin === 'foreign' }
  },
})
