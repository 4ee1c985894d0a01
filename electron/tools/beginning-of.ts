import type { ResultId } from '../../shared/ids.ts'

/** About 1,500 tokens: a page or two, enough to see what it is and where to read on. */
export const beginningCharacters = 6000

/** The tool that reads on in what was cut. */
export const readOnTool = 'read_result'

/** What a model is told of a long text that is kept: its beginning, how much is left out, and how to read on. */
export function beginningOf(text: string, resultId: ResultId): string {
  const beginning = cutAtLine(text)
  const left = (text.length - beginning.length).toLocaleString('en-US')
  return (
    `${beginning}\n` +
    `[${left} of ${text.length.toLocaleString('en-US')} characters are left out. Read on with ${readOnTool}: ` +
    `{"resultId": "${resultId}", "from": ${beginning.length}}, or find lines in it with "search".]`
  )
}

/** After the last line end in reach; within a line that is longer than that. Never between the halves of a character. */
function cutAtLine(text: string): string {
  const lineEnd = text.lastIndexOf('\n', beginningCharacters - 1)
  // A cut far before the limit would hide more than it tidies.
  if (lineEnd >= beginningCharacters / 2) return text.slice(0, lineEnd + 1)
  return text.slice(0, beginningCharacters).replace(/[\uD800-\uDBFF]$/, '')
}
