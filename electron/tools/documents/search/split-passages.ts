import type { DocumentPart, Heading } from '../opened-document.ts'

/** A piece of a document that is quoted whole. `text` is literally in the part. */
export type Passage = {
  readonly where: string
  /** The nearest heading above it; null when there is none. */
  readonly heading: string | null
  readonly isFirstUnderHeading: boolean
  readonly text: string
}

/** About a paragraph: enough to understand a sentence in it, short enough to quote. */
const maxCharacters = 700

/**
 * A document's parts as passages: paragraphs, lists and tables, long ones cut at ends of sentences. Headings are no
 * passages of their own but stand with what follows them.
 */
export function splitPassages(parts: readonly DocumentPart[], headings: readonly Heading[]): Passage[] {
  const known = new Map<string, Set<string>>()
  for (const { where, text } of headings) known.set(where, (known.get(where) ?? new Set()).add(collapse(text)))
  const passages: Passage[] = []
  let heading: string | null = null
  let isFirstUnderHeading = false
  for (const part of parts) {
    if (part.isEmpty) continue
    const isHeading = (line: string) => known.get(part.where)?.has(headingText(line)) ?? false
    for (const block of blocksOf(part.words ?? part.text, isHeading)) {
      if (block.isHeading) heading = headingText(block.text)
      isFirstUnderHeading ||= block.isHeading
      for (const { start, text } of block.isHeading ? [] : cut(block)) {
        passages.push({ where: whereOf(part, start), heading, isFirstUnderHeading, text })
        isFirstUnderHeading = false
      }
    }
  }
  return passages
}

type Block = { readonly start: number; readonly text: string; readonly isHeading: boolean }

const listMark = /^\s*(?:[-*•▪◦+]|\d{1,3}[.)])\s/
/** Items of a list stand together up to this many characters; longer ones say something each by itself. */
const shortItems = 60

/** Lines that stand together; a heading ends what comes before it. */
function blocksOf(text: string, isHeading: (line: string) => boolean): Block[] {
  const blocks: Block[] = []
  let start = -1
  let end = 0
  const close = () => {
    if (start >= 0) blocks.push({ start, text: text.slice(start, end), isHeading: false })
    start = -1
  }
  for (const match of text.matchAll(/[^\n]+/g)) {
    const isNextItem = listMark.test(match[0]) && end - start > shortItems
    const isApart = start >= 0 && (match.index - end > 1 || isNextItem)
    if (isApart || match[0].trim() === '') close()
    if (match[0].trim() === '') continue
    if (isHeading(match[0])) {
      close()
      blocks.push({ start: match.index, text: match[0].trim(), isHeading: true })
    } else {
      if (start < 0) start = match.index
      end = match.index + match[0].length
    }
  }
  close()
  return blocks
}

/** A heading as the outline has it, without Markdown's signs. */
function headingText(line: string): string {
  return collapse(line.replace(/^\s{0,3}#{1,6}\s+/, '').replace(/\s+#+\s*$/, ''))
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Pieces of a block that are short enough, cut after a sentence, else after a line, else after a word. */
function cut(block: Block): { readonly start: number; readonly text: string }[] {
  const pieces: { start: number; text: string }[] = []
  let at = 0
  while (at < block.text.length) {
    const length = pieceLength(block.text.slice(at, at + maxCharacters + 1))
    const text = block.text.slice(at, at + length)
    if (text.trim() !== '') pieces.push({ start: block.start + at + text.search(/\S/), text: text.trim() })
    at += length
  }
  return pieces
}

function pieceLength(window: string): number {
  if (window.length <= maxCharacters) return window.length
  const ends = [/[.!?。！？]["'”’)\]]*\s/gu, /\n/g, /\s/g].map((pattern) =>
    [...window.slice(0, maxCharacters).matchAll(pattern)].map((match) => match.index + match[0].length).at(-1),
  )
  return ends.find((end) => end !== undefined && end > maxCharacters / 3) ?? wholeCharacters(window)
}

/** Never between the two halves of one character. */
function wholeCharacters(window: string): number {
  return /[\uD800-\uDBFF]/.test(window[maxCharacters - 1] ?? '') ? maxCharacters - 1 : maxCharacters
}

function whereOf({ where, firstLine, text }: DocumentPart, start: number): string {
  return firstLine === undefined ? where : `line ${firstLine + (text.slice(0, start).match(/\n/g)?.length ?? 0)}`
}
