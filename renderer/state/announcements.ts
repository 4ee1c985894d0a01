import { create } from 'zustand'

/** What a screen reader is told next, politely. `count` makes the same words heard twice. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({ text: '', count: 0 }))

export function announce(text: string): void {
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }))
}
