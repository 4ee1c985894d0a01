import TurndownService from 'turndown'

/** HTML as Markdown for a model: headings, lists, links and tables stay, pictures and scripts go. */
export function htmlToMarkdown(html: string): string {
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' })
  service.remove(['script', 'style', 'noscript', 'iframe', 'object', 'picture', 'video', 'audio'])
  // A picture's address is a way out for data; `remove` does not reach the library's own rule for it.
  service.addRule('picture', { filter: 'img', replacement: () => '' })
  // Cells hold blocks in Word's tables; Markdown has only lines.
  service.addRule('cell', { filter: ['td', 'th'], replacement: (content) => ` ${oneLine(content)} |` })
  service.addRule('row', {
    filter: 'tr',
    replacement: (content, row) =>
      `|${content}\n${isFirstRow(row) ? `${'| --- '.repeat(row.childNodes.length)}|\n` : ''}`,
  })
  service.addRule('table part', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content}\n\n` })
  return service.turndown(html).trim()
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
}

/** The first row of the table, whatever part of it that row is in. */
function isFirstRow(row: HtmlNode): boolean {
  const part = row.parentNode
  const isFirstHere = row.previousSibling === null
  return isFirstHere && (part?.nodeName === 'TABLE' || part?.previousSibling === null)
}

/** What is needed of turndown's nodes, whose own type is the browser's. */
type HtmlNode = {
  readonly nodeName: string
  readonly previousSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}
