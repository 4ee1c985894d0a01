/** What pdf.js says of a piece of text: `transform` ends with where it begins, in points from the bottom left. */
export type TextItem = {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
  readonly hasEOL: boolean
}

/** A line as it is written in the file. */
export type Line = {
  readonly text: string
  /** Points from the bottom of the page to its base; null when it is turned. */
  readonly y: number | null
  /** The size of its letters in points. */
  readonly size: number
  readonly pieces: readonly Piece[]
}

/** Text without a wide gap in it. */
export type Piece = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** The lines of a page in the order of the file. Empty ones are left out. */
export function layOutPage(items: readonly TextItem[]): Line[] {
  const lines: Line[] = []
  let open: TextItem[] = []
  for (const item of items) {
    open.push(item)
    if (!item.hasEOL) continue
    lines.push(toLine(open))
    open = []
  }
  return [...lines, toLine(open)].filter(({ text }) => text.trim() !== '')
}

/** The text of a page: a blank line stands where more space is than between lines, or where the letters change size. */
export function pageText(lines: readonly Line[]): string {
  const steps = lines.flatMap((line, index) => stepBetween(lines[index - 1], line) ?? [])
  const usual = median(steps)
  return lines
    .map((line, index) => {
      if (index === 0) return line.text
      const before = lines[index - 1]
      const step = stepBetween(before, line)
      const isApart = step !== null && (step > usual * 1.35 || differ(before?.size ?? 0, line.size))
      return `${isApart ? '\n\n' : '\n'}${line.text}`
    })
    .join('')
    .trim()
}

/** Points from one line down to the next; null when that one is higher, as at the top of the next column. */
function stepBetween(before: Line | undefined, line: Line): number | null {
  if (before === undefined || before.y === null || line.y === null) return null
  const step = before.y - line.y
  return step > 0.5 ? step : null
}

function differ(size: number, other: number): boolean {
  return Math.max(size, other) > Math.min(size, other) * 1.2
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Letters this far apart are in different pieces, in sizes of them. A space between words is a third of one. */
const wideGap = 1.1

function toLine(items: readonly TextItem[]): Line {
  const placed = items.filter(({ str }) => str.trim() !== '')
  const pieces: Piece[] = []
  for (const item of placed) {
    const piece = toPiece(item)
    const last = pieces.at(-1)
    const isNear =
      last !== undefined &&
      Math.abs(last.y - piece.y) < piece.size * 0.4 &&
      piece.left - last.right < piece.size * wideGap &&
      piece.left > last.left
    if (isNear) pieces[pieces.length - 1] = joined(last, piece)
    else pieces.push(piece)
  }
  const isTurned = placed.some(({ transform }) => Math.abs(transform[1] ?? 0) > 0.01)
  const widest = placed.toSorted((a, b) => b.width - a.width)[0]
  return {
    text: items.map(({ str }) => str).join(''),
    y: isTurned || widest === undefined ? null : (widest.transform[5] ?? null),
    size: widest === undefined ? 0 : sizeOf(widest),
    pieces: isTurned ? [] : pieces,
  }
}

function toPiece(item: TextItem): Piece {
  const [left = 0, y = 0] = item.transform.slice(4)
  return { text: item.str.trim(), left, right: left + item.width, y, size: sizeOf(item) }
}

function sizeOf({ height, transform }: TextItem): number {
  return Math.round(Math.max(height, Math.abs(transform[3] ?? 0)) * 10) / 10
}

function joined(last: Piece, next: Piece): Piece {
  const isApart = next.left - last.right > next.size * 0.15
  return { ...last, text: `${last.text}${isApart ? ' ' : ''}${next.text}`, right: Math.max(last.right, next.right) }
}
