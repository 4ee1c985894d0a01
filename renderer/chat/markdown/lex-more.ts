import { Lexer, type Token, type TokensList } from 'marked'

export type Links = TokensList['links']

/** A Markdown text as blocks, and what is needed to go on from there. */
export type Lexed = {
  readonly blocks: readonly Token[]
  /** Reference definitions anywhere in the text. The same object while none of them changes. */
  readonly links: Links
  /** How many of `blocks`, and how much of the text, later text cannot change any more. */
  readonly closedBlocks: number
  readonly closedText: string
}

/**
 * Lexes a text that has grown since `previous`, at the cost of its open end only. The blocks are always those of the
 * whole text lexed at once; closed ones are the same objects as before.
 */
export function lexMore(previous: Lexed | undefined, text: string): Lexed {
  const source = text.replace(/\r\n?/g, '\n')
  if (previous === undefined || !source.startsWith(previous.closedText)) return lexFrom(nothing, source)
  const lexed = lexFrom(previous, source)
  if (haveSameTargets(previous.links, lexed.links)) return { ...lexed, links: previous.links }
  // A definition reaches back: "[1]" far above becomes a link when "[1]: https://…" arrives.
  return lexFrom(nothing, source)
}

const nothing: Lexed = { blocks: [], links: {}, closedBlocks: 0, closedText: '' }

function lexFrom(start: Lexed, source: string): Lexed {
  const closed = start.blocks.slice(0, start.closedBlocks)
  const tail = new Lexer().lex(source.slice(start.closedText.length))
  const { links } = tail
  const more = closedCount(tail)
  const closedText = start.closedText + tail.slice(0, more).reduce((raw, token) => raw + token.raw, '')
  const blocks = [...closed, ...tail]
  // Where a token's raw text is not the source's (a quirk of the lexer), nothing more is closed.
  if (!source.startsWith(closedText)) return { ...start, blocks, links }
  return { blocks, links, closedBlocks: closed.length + more, closedText }
}

/**
 * How many leading blocks are final: those before a blank line and another block whose first line is whole. Without
 * the blank line the next line may still join the block above; with half a line ("2") it may still join a list.
 */
function closedCount(tail: readonly Token[]): number {
  let closed = 0
  for (const [at, token] of tail.entries()) {
    if (mayDefine(token)) return closed
    const isApart = /\n[ \t]*\n[ \t]*$/.test(tail[at - 1]?.raw ?? '')
    const isFirstLineWhole = at < tail.length - 1 || token.raw.includes('\n')
    if (token.type !== 'space' && isApart && isFirstLineWhole) closed = at
  }
  return closed
}

/**
 * Whether a block holds a reference definition or may turn into one: titles and labels of definitions span lines,
 * even blank ones. Such a block is never closed, so every definition is in the tail.
 */
function mayDefine(token: Token): boolean {
  if (token.type === 'code') return false
  return token.raw.includes(']:') || /^[ >\-*+0-9.)]*\[(?:\\[^]|[^[\]\\])*$/.test(token.raw)
}

function haveSameTargets(a: Links, b: Links): boolean {
  const tags = Object.keys(a)
  return (
    tags.length === Object.keys(b).length &&
    tags.every((tag) => a[tag]?.href === b[tag]?.href && a[tag]?.title === b[tag]?.title)
  )
}
