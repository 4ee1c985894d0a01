/** Where the person is in their earlier messages: `position` counts back from the newest, -1 is what they write now. */
export type HistoryPlace = { readonly position: number; readonly written: string }

export const writingNow: HistoryPlace = { position: -1, written: '' }

/**
 * One step through earlier messages (oldest first), and the text to show there; `undefined` when there is none that
 * way. Coming back to the newest end gives back what was being written.
 */
export function stepHistory(
  history: readonly string[],
  place: HistoryPlace,
  step: { readonly direction: 'older' | 'newer'; readonly text: string },
): { readonly place: HistoryPlace; readonly text: string } | undefined {
  const position = place.position + (step.direction === 'older' ? 1 : -1)
  if (position < -1 || position >= history.length) return undefined
  const written = place.position === -1 ? step.text : place.written
  const text = position === -1 ? written : (history[history.length - 1 - position] ?? '')
  return { place: { position, written }, text }
}
