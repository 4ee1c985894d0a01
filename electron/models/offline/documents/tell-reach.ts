import type { DocumentProfile } from '../../../../shared/tool-results.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText } from '../markdown.ts'

/** What of a document could not be looked through; null when all of it was. */
export function tellReach({ path, format, totalParts, partsRead, emptyParts }: DocumentProfile): string | null {
  const parts = partWord(format)
  const all = formatFigure(totalParts)
  if (emptyParts === totalParts && totalParts === 1)
    return `*${plainText(path)}* holds no text. It may hold pictures only, which I cannot read.`
  if (emptyParts === totalParts)
    return `*${plainText(path)}* holds no text on its ${all} ${parts}. They may be scanned pictures, which I cannot read.`
  const said = [
    ...(partsRead < totalParts
      ? [`I looked through the first ${formatFigure(partsRead)} of ${all} ${parts} only.`]
      : []),
    ...(emptyParts > 0
      ? [
          `${formatFigure(emptyParts)} of its ${all} ${parts} hold no text; they may be scanned pictures, which I cannot read.`,
        ]
      : []),
  ]
  return said.length === 0 ? null : said.join(' ')
}

function partWord(format: string): string {
  if (format === 'PDF') return 'pages'
  if (format === 'PowerPoint') return 'slides'
  return format === 'Excel' ? 'sheets' : 'sections'
}
