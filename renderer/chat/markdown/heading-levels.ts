import type { Token } from 'marked'

export type HeadingLevel = 3 | 4 | 5 | 6

/**
 * Where an answer's headings stand in the page's outline, by block: below the page's own two levels, and never more
 * than one deeper than the heading before, whatever depth the answer begins with.
 */
export function headingLevels(blocks: readonly Token[]): readonly (HeadingLevel | undefined)[] {
  let last = 2
  return blocks.map((block) => {
    if (block.type !== 'heading') return undefined
    const depth = typeof block.depth === 'number' ? block.depth : 1
    last = Math.min(depth + 2, last + 1, 6)
    return last as HeadingLevel
  })
}
