import { structuredPatch } from 'diff'

/** One row of a diff. `fold` stands for unchanged lines that are not shown. */
export type DiffLine =
  | { readonly kind: 'same'; readonly before: number; readonly after: number; readonly text: string }
  | { readonly kind: 'removed'; readonly before: number; readonly text: string }
  | { readonly kind: 'added'; readonly after: number; readonly text: string }
  | { readonly kind: 'fold'; readonly lines: number }
  | { readonly kind: 'note'; readonly text: string }

type FileDiff = { readonly lines: readonly DiffLine[]; readonly added: number; readonly removed: number }

/**
 * What changes between two texts, line by line. `before` is null for a new file. Every changed line is in it; only
 * unchanged ones farther than `context` lines from a change are folded.
 */
export function diffLines(before: string | null, after: string, context = 3): FileDiff {
  const hunks = hunksOf(before ?? '', after, context)
  const lines: DiffLine[] = []
  let nextBefore = 1
  for (const hunk of hunks) {
    if (hunk.oldStart > nextBefore) lines.push({ kind: 'fold', lines: hunk.oldStart - nextBefore })
    lines.push(...numbered(hunk))
    nextBefore = hunk.oldStart + hunk.oldLines
  }
  const total = countLines(before ?? '')
  if (total >= nextBefore) lines.push({ kind: 'fold', lines: total - nextBefore + 1 })
  return {
    lines,
    added: lines.filter((line) => line.kind === 'added').length,
    removed: lines.filter((line) => line.kind === 'removed').length,
  }
}

type Hunk = {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  readonly lines: readonly string[]
}

// Two long unrelated texts make the comparison quadratic; past this the whole file is shown as replaced.
const mostEdits = 4000

function hunksOf(before: string, after: string, context: number): readonly Hunk[] {
  const patch = structuredPatch('', '', before, after, '', '', { context, maxEditLength: mostEdits })
  if (patch !== undefined) return patch.hunks
  const removed = splitLines(before)
  const added = splitLines(after)
  return [
    {
      oldStart: 1,
      oldLines: removed.length,
      newStart: 1,
      newLines: added.length,
      lines: [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)],
    },
  ]
}

function numbered(hunk: Hunk): readonly DiffLine[] {
  let before = hunk.oldStart
  let after = hunk.newStart
  return hunk.lines.map((line): DiffLine => {
    const text = line.slice(1)
    switch (line.charAt(0)) {
      case '-':
        return { kind: 'removed', before: before++, text }
      case '+':
        return { kind: 'added', after: after++, text }
      case '\\':
        return { kind: 'note', text: 'no line break at the end of the file' }
      default:
        return { kind: 'same', before: before++, after: after++, text }
    }
  })
}

function countLines(text: string): number {
  return splitLines(text).length
}

function splitLines(text: string): readonly string[] {
  if (text === '') return []
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
}
