import picomatch from 'picomatch'
import { z } from '../../../shared/schema.ts'
import type { FileEntry, FileList } from '../../../shared/tool-results.ts'
import { defineTool, type ToolContext } from '../tool.ts'
import { fileTargets } from './file-targets.ts'
import { titleName } from '../../../shared/title-name.ts'

const maxEntries = 500

const input = z.object({
  folder: z
    .string()
    .max(4096)
    .default('.')
    .describe('Relative to the opened folder; "attachments" for attached files.'),
  recursive: z.boolean().default(false).describe('Also list what is in the folders below.'),
  pattern: z
    .string()
    .max(500)
    .optional()
    .describe('A glob such as "*.csv" or "**/2026-*.xlsx"; looks in all folders below.'),
})

export const listFiles = defineTool({
  name: 'list_files',
  family: 'files',
  description:
    'Lists files and folders with their sizes and dates of change. Use it first to learn what is there. ' +
    `At most ${maxEntries} entries come back; "truncated" says that there are more: narrow it with a folder or pattern.`,
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 30_000,
  concurrency: 4,
  version: '1',
  load: async () => undefined,
  title: ({ folder, pattern }) =>
    `List ${pattern === undefined ? 'files' : `files like ${titleName(pattern)}`} in ${folder === '.' ? 'the opened folder' : titleName(folder)}`,
  targets: ({ folder }, context) => fileTargets(folder, 'reading', context),
  // What is listed is all there is to an answer: used again it saves the model's time, not the folder's.
  cache: { ttlMs: 5 * 60_000, fingerprint: async (asked, context) => JSON.stringify(await find(asked, context)) },

  async *run(asked, context) {
    const { shown, origin } = await context.files.resolve(asked.folder, 'reading')
    const found = await find(asked, context)
    const answer: FileList = {
      folder: shown,
      entries: found.slice(0, maxEntries),
      truncated: found.length > maxEntries,
    }
    return { content: [{ type: 'json', value: answer }], isForeign: origin === 'foreign' }
  },
})

/** One entry more than may be shown, so that the cut is known. */
async function find(
  { folder, recursive, pattern }: z.infer<typeof input>,
  context: ToolContext,
): Promise<readonly FileEntry[]> {
  const found =
    recursive || pattern !== undefined ? await matching(folder, pattern, context) : await context.files.list(folder)
  return found.slice(0, maxEntries + 1)
}

async function matching(folder: string, pattern: string | undefined, context: ToolContext): Promise<FileEntry[]> {
  const isMatch =
    pattern === undefined ? () => true : picomatch(pattern, { matchBase: !pattern.includes('/'), nocase: true })
  const found: FileEntry[] = []
  for await (const entry of context.files.walk(folder, { signal: context.signal })) {
    if (isMatch(entry.path) && found.push(entry) > maxEntries) break
  }
  return found
}
