import type { OpenedDocument } from './opened-document.ts'
import { markdownOutline } from './outline/markdown-outline.ts'
import { unmark } from './outline/unmark.ts'

/** About two pages: long enough to keep a thought together, short enough to ask for the next. */
const sectionCharacters = 6000

/**
 * Markdown made from a document without pages, as parts: cut at ends of paragraphs, else of lines, and named by section.
 * `from` says how its headings are known.
 */
export function asSections(format: string, markdown: string, from: string): Omit<OpenedDocument, 'tables'> {
  const sections = splitAt(markdown, sectionCharacters)
  const where = (index: number) => (sections.length === 1 ? 'whole document' : `section ${index + 1}`)
  const parts = sections.map((text, index) => ({ where: where(index), text, words: unmark(text), ...emptiness(text) }))
  return {
    format,
    totalParts: parts.length,
    part: async (number) => parts[number - 1]!,
    async outline() {
      const headings = markdownOutline(parts.map((part) => ({ where: part.where, text: part.words })))
      return { headings, from: headings.length === 0 ? null : from }
    },
  }
}

/** Text as parts named by their lines. */
export function asLines(format: string, text: string): OpenedDocument {
  const sections = splitAt(text, sectionCharacters)
  let line = 1
  const parts = sections.map((section) => {
    const first = line
    line += section.split('\n').length - 1
    const last = section.endsWith('\n') ? line - 1 : line
    return { where: `lines ${first}–${last}`, text: section, firstLine: first, ...emptiness(section) }
  })
  return {
    format,
    totalParts: parts.length,
    part: async (number) => parts[number - 1]!,
    outline: async () => ({ headings: [], from: null }),
    tables: async () => [],
  }
}

/** A document of pictures only has a part too. */
function emptiness(text: string): { readonly isEmpty?: true } {
  return text.trim() === '' ? { isEmpty: true } : {}
}

/** Pieces that join to the very text again. At least one, also for no text. */
export function splitAt(text: string, characters: number): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (text.length - start > characters) {
    const window = text.slice(start, start + characters)
    const paragraph = window.lastIndexOf('\n\n') + 2
    const line = window.lastIndexOf('\n') + 1
    const end = paragraph > characters / 2 ? paragraph : line > 0 ? line : characters
    pieces.push(text.slice(start, start + end))
    start += end
  }
  return [...pieces, text.slice(start)]
}
