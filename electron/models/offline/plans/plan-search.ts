import { searchMatches } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { listFiles } from '../files.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText, table } from '../markdown.ts'
import { nameFiles } from '../name-files.ts'
import { answer, type Step } from '../step.ts'
import { whichFile } from './which-file.ts'

const shownMatches = 20

/** Finds words as they stand in the text files, or in the one file the question names. */
export function planSearch(
  situation: Situation,
  asked: { readonly query: string; readonly place: string | null },
): Step {
  const { query, rest } = unquote(asked.query)
  const place = asked.place ?? rest
  let folder = '.'
  if (/\.\w/.test(place)) {
    const listing = listFiles(situation)
    if (listing.kind === 'step') return listing.step
    const named = nameFiles(place, listing.value.files).files
    if (named.length > 1) return whichFile(named, 'search')
    folder = named[0]?.path ?? '.'
  }
  const found = askTool(situation, { name: 'search_files', input: { query, folder } }, searchMatches)
  if (found.kind === 'step') return found.step
  const { matches, filesSearched, truncated } = found.value
  const where =
    folder === '.' ? `the ${formatFigure(filesSearched)} text files I could search` : `*${plainText(folder)}*`
  const shown = `“${plainText(query)}”`
  const limits =
    'I looked for exactly these words in text files; for PDF, Word and Excel files ask *“What does … say about …?”*'
  if (matches.length === 0) return answer(`${shown} is nowhere in ${where}.`, limits)
  const files = new Set(matches.map((match) => match.path)).size
  const rows = matches
    .slice(0, shownMatches)
    .map((match) => [plainText(match.path), String(match.line), plainText(match.text)])
  const more =
    matches.length > shownMatches || truncated ? `These are the first ${Math.min(shownMatches, matches.length)}.` : null
  return answer(
    `${shown} is in **${formatFigure(matches.length)}**${truncated ? ' or more' : ''} ${matches.length === 1 ? 'line' : 'lines'} of **${formatFigure(files)}** ${files === 1 ? 'file' : 'files'}.`,
    table([{ text: 'File' }, { text: 'Line', isFigure: true }, { text: 'Text' }], rows),
    more,
    limits,
  )
}

/** Quoted words are meant exactly; without quotes all of it is, but for "in the notes" at its end. */
function unquote(text: string): { readonly query: string; readonly rest: string } {
  const quoted = /["“‘'](?<query>[^"”’']+)["”’']/u.exec(text)
  const query = quoted?.groups?.['query']
  if (query !== undefined) return { query: query.trim(), rest: text.replace(quoted?.[0] ?? '', '') }
  const placed =
    /^(?<query>.+?) (?:in|inside|within) (?<place>(?:the |my |all )*(?:\S+\.\w+|files?|folders?|notes?|documents?|workspace|text|here))$/i.exec(
      text,
    )
  return { query: placed?.groups?.['query'] ?? text, rest: placed?.groups?.['place'] ?? '' }
}
