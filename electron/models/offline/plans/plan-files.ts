import type { Situation } from '../ask-tool.ts'
import { listFiles } from '../files.ts'
import { formatBytes, formatFigure } from '../format-figure.ts'
import { plainText, table } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

const shownFiles = 50

export function planFiles(situation: Situation): Step {
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const { files, isCut } = listing.value
  if (files.length === 0) return answer('The opened folder holds no files I may read. Open another one, or add a file.')
  const rows = files
    .slice(0, shownFiles)
    .map((file) => [plainText(file.path), formatBytes(file.bytes), file.modified.slice(0, 10)])
  const count = `There ${files.length === 1 ? 'is' : 'are'} **${isCut ? 'more than ' : ''}${formatFigure(files.length)}** ${files.length === 1 ? 'file' : 'files'} here.`
  const rest = files.length > shownFiles ? `These are the first ${shownFiles}; the list above has more.` : null
  return answer(count, table([{ text: 'File' }, { text: 'Size', isFigure: true }, { text: 'Changed' }], rows), rest)
}
