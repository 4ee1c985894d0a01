import type { OpenedDocument } from './opened-document.ts'

/** About two pages: long enough to keep a thought together, short enough to ask for the next. */
const sectionCharacters = 6000

/** Text without pages as parts: cut at ends of paragraphs, else of lines, and named by section. */
export function asSections(format: string, text: string): OpenedDocument {
  const sections = splitAt(text, sectionCharacters)
  const where = (number: number) => (sections.length === 1 ? 'whole document' : `section ${number}`)
  return {
    format,
    totalParts: sections.length,
    part: async (number) => ({ where: where(number), text: sections[number - 1] ?? '' }),
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
    return { where: `lines ${first}–${last}`, text: section }
  })
  return { format, totalParts: parts.length, part: async (number) => parts[number - 1]! }
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
