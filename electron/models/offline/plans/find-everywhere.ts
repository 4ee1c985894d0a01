import { z } from '../../../../shared/schema.ts'
import {
  documentPassages,
  searchMatches,
  type DocumentPassages,
  type SearchMatches,
} from '../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../ask-tool.ts'
import { tellPassages, tellSpelling } from '../documents/tell-passages.ts'
import { tellUnread } from '../documents/tell-unread.ts'
import { isDocument } from '../files.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText, table } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

const shownPassages = 8
const shownLines = 20

/** Finds words wherever they are: passages of documents, best first, and lines of all other text files. */
export function findEverywhere(situation: Situation, topic: string): Step {
  const words = topic.replaceAll(/["“”„]/g, '').trim() || topic
  const calls = [
    { name: 'search_documents', input: { query: topic.slice(0, 300), maxPassages: shownPassages } },
    { name: 'search_files', input: { query: words } },
  ].filter(({ name }) => situation.toolNames.has(name))
  if (calls.length === 0) calls.push({ name: 'search_documents', input: { query: topic } })
  const results = askTools<DocumentPassages | SearchMatches>(
    situation,
    calls,
    z.union([documentPassages, searchMatches]),
  )
  if (results.kind === 'step') return results.step
  const found = results.value.flatMap((each) => (each.kind === 'ok' ? [each.value] : []))
  const documents = found.find((each) => 'passages' in each)
  const lines = found.find((each) => 'matches' in each)
  const failures = results.value.flatMap((each) => (each.kind === 'failed' ? [each.sentence] : []))
  return tell({ words, documents, lines: lines === undefined ? [] : otherLines(lines), lineSearch: lines, failures })
}

/** Documents are told by their passages. */
function otherLines({ matches }: SearchMatches): SearchMatches['matches'] {
  return matches.filter(({ path }) => !isDocument({ path, kind: 'file', bytes: 0, modified: '' }))
}

type Findings = {
  readonly words: string
  readonly documents: DocumentPassages | undefined
  readonly lines: SearchMatches['matches']
  readonly lineSearch: SearchMatches | undefined
  readonly failures: readonly string[]
}

function tell({ words, documents, lines, lineSearch, failures }: Findings): Step {
  const shown = `“${plainText(words)}”`
  const passages = documents?.passages.filter(({ missing }) => missing.length === 0) ?? []
  const unread = documents === undefined ? null : tellUnread(documents)
  const looked = `I looked through ${[
    ...(documents === undefined ? [] : [`${formatFigure(documents.documentsRead)} documents`]),
    ...(lineSearch === undefined ? [] : [`${formatFigure(lineSearch.filesSearched)} text files`]),
  ].join(' and ')}.`
  if (passages.length + lines.length === 0) return answer(`${shown} is nowhere here.`, looked, unread, ...failures)
  return answer(
    documentOpening(shown, documents, passages.length),
    documents === undefined || passages.length === 0 ? null : tellSpelling(documents),
    ...tellPassages(passages, { isNamed: true }),
    passages.length < (documents?.found ?? 0) && passages.length > 0
      ? `There are ${formatFigure((documents?.found ?? 0) - passages.length)} more such passages.`
      : null,
    ...lineTable(shown, lines, lineSearch?.truncated ?? false),
    looked,
    unread,
    ...failures,
  )
}

function documentOpening(shown: string, documents: DocumentPassages | undefined, passages: number): string | null {
  if (documents === undefined || passages === 0) return null
  const files = documents.documents.length
  return `${shown} is in **${formatFigure(documents.found)}** ${documents.found === 1 ? 'passage' : 'passages'} of **${formatFigure(files)}** ${files === 1 ? 'document' : 'documents'}.`
}

function lineTable(shown: string, lines: SearchMatches['matches'], isCut: boolean): (string | null)[] {
  if (lines.length === 0) return []
  const files = new Set(lines.map(({ path }) => path)).size
  return [
    `In other text files ${shown} is in **${formatFigure(lines.length)}**${isCut ? ' or more' : ''} ${lines.length === 1 ? 'line' : 'lines'} of **${formatFigure(files)}** ${files === 1 ? 'file' : 'files'}.`,
    table(
      [{ text: 'File' }, { text: 'Line', isFigure: true }, { text: 'Text' }],
      lines.slice(0, shownLines).map(({ path, line, text }) => [plainText(path), String(line), plainText(text)]),
    ),
    lines.length > shownLines || isCut ? `These are the first ${Math.min(shownLines, lines.length)}.` : null,
  ]
}
