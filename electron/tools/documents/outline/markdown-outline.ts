import type { DocumentPart, Heading } from '../opened-document.ts'

/** Headings of Markdown: lines that begin with `#` or are underlined with `=` or `-`, but not in code. */
export function markdownOutline(parts: readonly DocumentPart[]): Heading[] {
  const headings: Heading[] = []
  let fence: string | null = null
  for (const { where, text, firstLine } of parts) {
    const lines = text.split('\n')
    for (const [index, written] of lines.entries()) {
      const mark = /^\s{0,3}(```+|~~~+)/.exec(written)?.[1]?.slice(0, 3)
      if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null
      if (fence !== null) continue
      const heading = headingAt(written, lines[index + 1] ?? '')
      const line = firstLine === undefined ? {} : { line: firstLine + index }
      if (heading !== null) headings.push({ ...heading, where, ...line })
    }
  }
  return headings
}

function headingAt(line: string, below: string): Omit<Heading, 'where'> | null {
  const [, marks = '', marked = ''] = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(line) ?? []
  if (marks !== '') return marked === '' ? null : { level: marks.length, text: marked }
  const isText = /^\s{0,3}[^\s|>#*+-]/.test(line)
  if (isText && /^=+\s*$/.test(below)) return { level: 1, text: line.trim() }
  return isText && /^-{2,}\s*$/.test(below) ? { level: 2, text: line.trim() } : null
}
