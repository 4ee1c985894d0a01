import type { Heading } from '../opened-document.ts'
import type { Line } from './lay-out-page.ts'

/** More sizes than this are decoration. */
const maxLevels = 4
const longestHeading = 120

/**
 * Headings of a PDF without an outline: short lines in letters clearly larger than those most of it is written in. What
 * stands at the top or bottom of many pages is a running title. None when the letters are all alike.
 */
export function outlineBySize(
  pages: readonly { readonly where: string; readonly lines: readonly Line[] }[],
): Heading[] {
  const body = usualSize(pages.flatMap(({ lines }) => lines))
  const large = pages.flatMap(({ where, lines }) =>
    joinWrapped(lines.filter((line) => line.size > body * 1.12 && line.y !== null)).flatMap((line) =>
      isHeadingText(line.text) ? [{ where, ...line }] : [],
    ),
  )
  const pagesWith = new Map<string, Set<string>>()
  for (const { text, where } of large) pagesWith.set(text, (pagesWith.get(text) ?? new Set()).add(where))
  const own = large.filter(({ text }) => (pagesWith.get(text)?.size ?? 0) <= 2)
  const sizes = [...new Set(own.map(({ size }) => size))].sort((a, b) => b - a).slice(0, maxLevels)
  return own
    .filter(({ size }) => sizes.includes(size))
    .map(({ text, where, size }) => ({ level: sizes.indexOf(size) + 1, text, where }))
}

/** The size most characters have. */
function usualSize(lines: readonly Line[]): number {
  const characters = new Map<number, number>()
  for (const { size, text } of lines) characters.set(size, (characters.get(size) ?? 0) + text.length)
  return [...characters].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0
}

/** A heading over two lines is one. */
function joinWrapped(lines: readonly Line[]): { readonly text: string; readonly size: number }[] {
  const joined: { text: string; size: number; y: number }[] = []
  for (const { text, size, y } of lines) {
    const last = joined.at(-1)
    const step = last === undefined ? Infinity : last.y - (y ?? 0)
    if (last !== undefined && last.size === size && step > 0 && step < size * 1.5) {
      joined[joined.length - 1] = { text: `${last.text} ${text.trim()}`, size, y: y ?? 0 }
    } else joined.push({ text: text.trim(), size, y: y ?? 0 })
  }
  return joined.map(({ text, size }) => ({ text: text.replaceAll(/\s+/g, ' '), size }))
}

function isHeadingText(text: string): boolean {
  return text.length <= longestHeading && /\p{L}{2}/u.test(text) && !/[.,;:]$/.test(text)
}
