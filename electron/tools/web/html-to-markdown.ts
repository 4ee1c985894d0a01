import type TurndownService from 'turndown'

export type HtmlToMarkdown = (html: string, baseUrl: string) => string

/** Loads the libraries once and gives the function that turns a page into Markdown: text, links, tables, code; no scripts or pictures. */
export async function loadHtmlToMarkdown(): Promise<HtmlToMarkdown> {
  const [{ parseHTML }, { default: Turndown }] = await Promise.all([import('linkedom'), import('turndown')])
  return (html, baseUrl) => {
    // linkedom gives a fragment no body; inside a document it always has one.
    const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
    for (const link of document.querySelectorAll('a[href]')) {
      link.setAttribute('href', URL.parse(link.getAttribute('href') ?? '', baseUrl)?.href ?? '')
    }
    const title = document.title.trim()
    const body = withRules(new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' }))
      .turndown(document.body)
      .trim()
    return title === '' || body.startsWith(`# ${title}`) ? body : `# ${title}\n\n${body}`
  }
}

function withRules(turndown: TurndownService): TurndownService {
  turndown.remove(['script', 'style', 'noscript', 'iframe', 'template', 'head', 'button', 'input', 'select'])
  turndown.addRule('no-pictures', {
    filter: (node) => ['IMG', 'SVG', 'PICTURE', 'VIDEO', 'AUDIO', 'CANVAS'].includes(node.nodeName.toUpperCase()),
    replacement: (_content, node) => node.getAttribute('alt') ?? '',
  })
  // The library's own table plugin asks for `table.rows`, which linkedom does not have.
  turndown.addRule('tables', {
    filter: (node) => node.nodeName === 'TABLE' && node.querySelector('table') === null,
    replacement: (_content, node) => `\n\n${tableToMarkdown(node)}\n\n`,
  })
  return turndown
}

/** What of a page's element is used here; this folder's types know no DOM. */
type PageElement = {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

function tableToMarkdown(table: PageElement): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th,td')].map((cell) =>
      (cell.textContent ?? '').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|'),
    ),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return ''
  const lines = rows.map((row) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? '').join(' | ')} |`)
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')
}
