import { revealHidden } from '../../ui/reveal-hidden.ts'

/** Whether a text is one line that shows every character it has: nothing invisible, no blanks that push words away. */
export function isPlainLine(text: string): boolean {
  if (text !== text.trim() || text.includes('\n')) return false
  return revealHidden(text).every(({ kind }) => kind === 'plain' || kind === 'lookalike')
}
