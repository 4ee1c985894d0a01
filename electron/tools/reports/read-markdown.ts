import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { plain, type Block, type Inline } from './report.ts'

/**
 * Markdown as blocks of a report. Raw HTML stays the text it was written in; links and pictures become their words and
 * their address as text, so that a report opens nothing and loads nothing.
 */
export function readMarkdown(markdown: string): readonly Block[] {
  return blocksOf(lexer(markdown))
}

function blocksOf(tokens: readonly Token[]): readonly Block[] {
  // No extension is in use, so every token is one of marked's own.
  return tokens.flatMap((token) => blockOf(token as MarkedToken))
}

function blockOf(token: MarkedToken): readonly Block[] {
  switch (token.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', children: inlinesOf(token.tokens) }]
    case 'heading':
      return [{ kind: 'heading', level: token.depth, children: inlinesOf(token.tokens) }]
    case 'code':
      return [{ kind: 'code', text: token.text, language: /^[\w+#.-]*/.exec(token.lang ?? '')?.[0] ?? '' }]
    case 'list':
      return [
        {
          kind: 'list',
          start: token.ordered ? Number(token.start) || 1 : null,
          items: token.items.map((item) => itemOf(item)),
        },
      ]
    case 'table':
      return [tableOf(token)]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens) }]
    case 'hr':
      return [{ kind: 'rule' }]
    case 'html':
      return [{ kind: 'code', text: token.raw.trimEnd(), language: '' }]
    case 'space':
    case 'def':
      return []
    case 'text':
      return [{ kind: 'paragraph', children: inlinesOf(token.tokens ?? [token]) }]
    // Inline ones, which stand among blocks in a tight list only.
    case 'list_item':
    case 'checkbox':
    case 'escape':
    case 'strong':
    case 'em':
    case 'del':
    case 'codespan':
    case 'br':
    case 'link':
    case 'image':
      return [{ kind: 'paragraph', children: inlinesOf([token]) }]
  }
}

function itemOf(item: Tokens.ListItem): readonly Block[] {
  const blocks = blocksOf(item.tokens.filter((token) => token.type !== 'checkbox'))
  if (!item.task) return blocks
  const box = plain(item.checked === true ? '☑ ' : '☐ ')
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', children: box }, ...blocks]
  return [{ kind: 'paragraph', children: [...box, ...first.children] }, ...rest]
}

function tableOf(token: Tokens.Table): Block {
  return {
    kind: 'table',
    columns: token.header.map((cell) => ({ name: inlinesOf(cell.tokens), isFigure: cell.align === 'right' })),
    rows: token.rows.map((row) => row.map((cell) => inlinesOf(cell.tokens))),
  }
}

function inlinesOf(tokens: readonly Token[]): readonly Inline[] {
  return tokens.flatMap((token) => inlineOf(token as MarkedToken))
}

function inlineOf(token: MarkedToken): readonly Inline[] {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? plain(decodeEntities(token.text)) : inlinesOf(token.tokens)
    case 'escape':
      return plain(token.text)
    case 'strong':
      return [{ kind: 'strong', children: inlinesOf(token.tokens) }]
    case 'em':
      return [{ kind: 'emphasis', children: inlinesOf(token.tokens) }]
    case 'del':
      return [{ kind: 'struck', children: inlinesOf(token.tokens) }]
    case 'codespan':
      return [{ kind: 'code', text: token.text }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return token.text === token.href ? plain(token.href) : [...inlinesOf(token.tokens), ...plain(` (${token.href})`)]
    case 'image':
      return plain(`[picture “${decodeEntities(token.text)}”: ${token.href}]`)
    case 'html':
    // Blocks, which never stand inside one.
    case 'blockquote':
    case 'checkbox':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
      return plain(token.raw)
  }
}

/** The references people write by hand; any other stays as it was written. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&#39;': "'",
}
