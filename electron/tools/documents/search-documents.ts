import { AppError } from '../../../shared/errors.ts'
import { titleName } from '../../../shared/title-name.ts'
import { z } from '../../../shared/schema.ts'
import type { DocumentPassages } from '../../../shared/tool-results.ts'
import { defineTool } from '../tool.ts'
import { findDocuments } from './find-documents.ts'
import { searchAll, type SearchedDocument } from './search-all.ts'
import { rankPassages } from './search/rank-passages.ts'
import { readQuery, type Wanted } from './search/read-query.ts'
import { correctSpelling } from './search/correct-spelling.ts'

/** Reading that many takes a minute or two. */
const maxDocuments = 400
const maxListed = 50

const input = z.object({
  query: z.string().min(1).max(300).describe('Words, in any form; a phrase in double quotes is found as it stands.'),
  places: z.array(z.string().min(1).max(4096)).min(1).max(100).default(['.']).describe('Folders or documents.'),
  maxPassages: z.number().int().min(1).max(20).default(8),
})

export const searchDocuments = defineTool({
  name: 'search_documents',
  family: 'documents',
  description:
    'Finds what documents (PDF, Word, Excel, PowerPoint, HTML, Markdown, text) say about something: passages as they ' +
    'stand, best first, with file, page and heading. Finds other forms of a word. Says what could not be read.',
  input,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ query, places }) => `Look for “${titleName(query)}” in ${placeName(places)}`,

  async targets({ places }, context) {
    const resolved = await Promise.all(places.map((place) => context.files.resolve(place, 'reading')))
    return resolved.map(({ absolute, origin }) => {
      return { kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }
    })
  },

  async *run({ query, places, maxPassages }, context) {
    const wanted = readQuery(query)
    if (wanted.length === 0) throw new AppError('INVALID_REQUEST', 'There is no word in it to look for.')
    const { files, notReached } = await findDocuments(places, { context, maxDocuments })
    let searched = yield* searchAll(files, { wanted, context })
    const corrected = correctSpelling(
      wanted,
      searched.flatMap(({ findings }) => findings ?? []),
    )
    if (corrected !== null) searched = yield* searchAll(files, { wanted: corrected, context })
    const value = toAnswer(searched, { query, wanted, corrected: corrected ?? wanted, notReached, maxPassages })
    return { content: [{ type: 'json', value }], isForeign: files.some(({ origin }) => origin === 'foreign') }
  },
})

function placeName(places: readonly string[]): string {
  const [only] = places
  if (places.length > 1 || only === undefined) return `${places.length} places`
  return only === '.' ? 'all documents' : titleName(only)
}

type Asked = {
  readonly query: string
  readonly wanted: readonly Wanted[]
  /** As looked for: a mistyped word is another one here. */
  readonly corrected: readonly Wanted[]
  readonly notReached: number
  readonly maxPassages: number
}

function toAnswer(searched: readonly SearchedDocument[], asked: Asked): DocumentPassages {
  const read = searched.flatMap(({ path, findings }) => (findings === null ? [] : [{ path, findings }]))
  const ranked = rankPassages(read)
  const counts = new Map<string, number>()
  for (const { path } of ranked) counts.set(path, (counts.get(path) ?? 0) + 1)
  return {
    query: asked.query,
    passages: ranked.slice(0, asked.maxPassages).map(({ path, where, heading, text, matched, times }) => {
      const missing = asked.corrected.filter((_, index) => times[index] === 0).map((each) => each.asked)
      return { path, where, heading, text, matched: [...matched], missing }
    }),
    found: ranked.length,
    documents: [...counts].slice(0, maxListed).map(([path, passages]) => ({ path, passages })),
    wanted: asked.corrected.map((each, index) => {
      const passages = read.reduce((sum, { findings }) => sum + (findings.found[index] ?? 0), 0)
      const original = asked.wanted[index]?.asked ?? each.asked
      return { asked: each.asked, passages, insteadOf: original === each.asked ? null : original }
    }),
    documentsRead: read.length,
    unread: searched
      .flatMap(({ path, trouble, findings }) => {
        return trouble === null ? [] : [{ path, why: trouble, isPartlyRead: findings !== null }]
      })
      .slice(0, maxListed),
    notReached: asked.notReached,
  }
}
