const maxMatches = 50
const shownCharacters = 300
const shownBefore = 100

/**
 * The lines of a text that hold `search`, each after the place where it was found; of a long line what stands around
 * it, as often as it is found. Case does not matter.
 */
export function findInText(text: string, { search, from }: { readonly search: string; readonly from: number }): string {
  const { folded, wanted } = fold(text, search)
  const found: string[] = []
  let at = folded.indexOf(wanted, from)
  while (at !== -1 && found.length < maxMatches) {
    const { start, end } = shownAround(text, at)
    found.push(`${at}\t${text.slice(start, end).trim()}`)
    at = folded.indexOf(wanted, Math.max(end, at + wanted.length))
  }
  if (found.length === 0) return `[Not found from character ${from} on; the result has ${text.length} characters.]`
  const more = at === -1 ? 'These are all.' : `There are more: search from ${at}.`
  return `${found.join('\n')}\n[Each line begins with its place. ${more} Read around one with "from".]`
}

/** A few letters change their length in lower case, which would move every place after them: then case matters. */
function fold(text: string, search: string): { readonly folded: string; readonly wanted: string } {
  const folded = text.toLowerCase()
  return folded.length === text.length ? { folded, wanted: search.toLowerCase() } : { folded: text, wanted: search }
}

function shownAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const nextLine = text.indexOf('\n', at)
  const lineEnd = nextLine === -1 ? text.length : nextLine
  if (lineEnd - lineStart <= shownCharacters) return { start: lineStart, end: lineEnd }
  const start = Math.max(lineStart, at - shownBefore)
  return { start, end: Math.min(lineEnd, start + shownCharacters) }
}
