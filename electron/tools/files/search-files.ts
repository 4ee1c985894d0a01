import picomatch from 'picomatch'
import { AppError } from '../../../shared/errors.ts'
import { z } from '../../../shared/schema.ts'
import type { FileEntry, SearchMatches } from '../../../shared/tool-results.ts'
import { defineTool, type FingerprintContext, type ToolContext } from '../tool.ts'
import { fileTargets } from './file-targets.ts'
import { createLineMatcher, type LineMatcher } from './line-matcher.ts'
import { titleName } from '../../../shared/title-name.ts'

const maxMatches = 200
const maxFiles = 20_000
const shownCharacters = 300
/** Looking at more takes as long as searching them. */
const maxIdentifiedFiles = 5000

const input = z.object({
  query: z.string().min(1).max(1000).describe('The text to find, as it stands.'),
  folder: z.string().max(4096).default('.').describe('A folder or one file; "attachments" for attached files.'),
  pattern: z.string().max(500).optional().describe('Only files whose path fits this glob, such as "*.md".'),
  regex: z.boolean().default(false).describe('Take the query as a JavaScript regular expression, line by line.'),
  caseSensitive: z.boolean().default(false),
})

export const searchFiles = defineTool({
  name: 'search_files',
  family: 'files',
  description:
    'Finds text in files and gives path, line number and line of each match. Binary files and what .gitignore names are ' +
    `left out. At most ${maxMatches} matches come back; "truncated" says that there may be more.`,
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 60_000,
  concurrency: 2,
  version: '1',
  load: async () => undefined,
  title: ({ query, folder }) =>
    `Search ${folder === '.' ? 'the opened folder' : titleName(folder)} for “${titleName(query)}”`,
  targets: ({ folder }, context) => fileTargets(folder, 'reading', context),
  cache: { ttlMs: 5 * 60_000, fingerprint: (asked, context) => identifySearched(asked, context) },

  async *run({ query, folder, pattern, regex, caseSensitive }, context) {
    const { origin } = await context.files.resolve(folder, 'reading')
    const matcher = createLineMatcher(query, { regex, caseSensitive })
    const found: SearchMatches = { query, matches: [], filesSearched: 0, truncated: false }
    for await (const entry of filesIn({ folder, pattern }, context)) {
      if (found.filesSearched === maxFiles) found.truncated = true
      if (found.truncated) break
      await searchOne(entry.path, matcher, { found, context })
      if (found.filesSearched % 500 === 0) yield { message: `${found.filesSearched} files searched` }
    }
    return { content: [{ type: 'json', value: found }], isForeign: origin === 'foreign' }
  },
})

type Searched = Pick<z.infer<typeof input>, 'folder' | 'pattern'>

async function* filesIn({ folder, pattern }: Searched, context: ToolContext): AsyncGenerator<FileEntry, void, void> {
  const isWanted =
    pattern === undefined ? () => true : picomatch(pattern, { matchBase: !pattern.includes('/'), nocase: true })
  for await (const entry of entriesIn(folder, context)) if (entry.kind === 'file' && isWanted(entry.path)) yield entry
}

async function* entriesIn(folder: string, context: ToolContext): AsyncGenerator<FileEntry, void, void> {
  const start = await context.files.stat(folder)
  if (start.kind === 'folder') yield* context.files.walk(folder, { signal: context.signal, respectGitignore: true })
  else yield start
}

/** Every file that is searched, by name and content, in order; of one that is skipped, why it is. */
async function identifySearched(asked: Searched, context: FingerprintContext): Promise<string | null> {
  const identities: [path: string, identity: string][] = []
  for await (const { path } of filesIn(asked, context)) {
    const identity = await context.identify(path).catch(skippedCode)
    if (identity === null || identities.length === maxIdentifiedFiles) return null
    identities.push([path, identity])
  }
  return JSON.stringify(identities)
}

async function searchOne(
  path: string,
  matcher: LineMatcher,
  { found, context }: { readonly found: SearchMatches; readonly context: ToolContext },
): Promise<void> {
  let linesBefore = 0
  try {
    for await (const lines of context.files.readLines(path, { signal: context.signal })) {
      for (const { index, at } of matcher(lines)) {
        if (found.matches.length === maxMatches) {
          found.truncated = true
          return
        }
        found.matches.push({ path, line: linesBefore + index + 1, text: excerpt(lines[index]!, at) })
      }
      linesBefore += lines.length
    }
    found.filesSearched++
  } catch (error) {
    skippedCode(error)
  }
}

/** One file that is binary, locked or gone does not end the search. Any other error does. */
function skippedCode(error: unknown): string {
  if (!(error instanceof AppError) || !skipped.has(error.code)) throw error
  return error.code
}

const skipped = new Set([
  'FILE_MALFORMED',
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'FILE_PROTECTED',
  'PATH_OUTSIDE_WORKSPACE',
  'FILE_CHANGED',
])

function excerpt(line: string, at: number): string {
  if (line.length <= shownCharacters) return line.trim()
  const start = Math.max(0, Math.min(at - 80, line.length - shownCharacters))
  return `${start > 0 ? '…' : ''}${line.slice(start, start + shownCharacters)}${start + shownCharacters < line.length ? '…' : ''}`
}
