import type { DocumentPassages } from '../../../../shared/tool-results.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText } from '../markdown.ts'

const shownFiles = 8

/** What was not looked through and why, so that nobody takes “nowhere” for more than it is; null when all was. */
export function tellUnread({ unread, notReached }: DocumentPassages): string | null {
  const lines = unread.slice(0, shownFiles).map(({ path, why }) => {
    // The reason may name the file already.
    return why.startsWith('“') ? `- ${plainText(why)}` : `- *${plainText(path)}*: ${plainText(why)}`
  })
  if (unread.length > shownFiles) lines.push(`- and ${formatFigure(unread.length - shownFiles)} more files`)
  if (notReached > 0)
    lines.push(`- ${formatFigure(notReached)} more documents: too many at once. Name a folder or a file.`)
  return lines.length === 0 ? null : `Not looked through, or not all of it:\n\n${lines.join('\n')}`
}
