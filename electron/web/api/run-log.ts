import type { RunEvent } from '../../../shared/run-events.ts'

/** An event with its place in the run; the first is 1. */
export type LoggedEvent = { readonly seq: number; readonly event: RunEvent }

/**
 * The newest events of one run under way, numbered, for all programs that follow it. A reader keeps nothing but the
 * number it has come to: one that stops reading costs no memory, and one that was cut off goes on where it was.
 */
export type RunLog = {
  append(events: readonly RunEvent[]): void
  /** The number of the newest event; 0 before the first. */
  newest(): number
  /** What came after this number; null when part of it is no longer held. */
  since(seq: number): readonly LoggedEvent[] | null
  /** Returns its own unsubscribe. */
  onAppend(listener: () => void): () => void
}

/** Seconds of a fast answer: what a dropped connection needs to come back. */
const maxEvents = 2_000
/** Of all held events as JSON text. A single longer one is passed on to nobody but by way of the run's state. */
const maxCharacters = 1_000_000

export function createRunLog(): RunLog {
  const listeners = new Set<() => void>()
  let held: { readonly event: RunEvent; readonly characters: number }[] = []
  let characters = 0
  let newest = 0

  function hold(event: RunEvent): void {
    const entry = { event, characters: charactersOf(event) }
    held.push(entry)
    characters += entry.characters
    newest++
  }

  function dropOldest(): void {
    let dropped = 0
    while (held.length - dropped > maxEvents || characters > maxCharacters) {
      const oldest = held[dropped++]
      if (oldest === undefined) break
      characters -= oldest.characters
    }
    if (dropped > 0) held = held.slice(dropped)
  }

  return {
    append(events) {
      for (const event of events) hold(event)
      dropOldest()
      for (const listener of listeners) listener()
    },
    newest: () => newest,
    since(seq) {
      const firstHeld = newest - held.length + 1
      if (seq + 1 < firstHeld) return null
      return held.slice(seq + 1 - firstHeld).map(({ event }, index) => ({ seq: seq + 1 + index, event }))
    },
    onAppend(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Counted without writing most of them: pieces of text come often. */
function charactersOf(event: RunEvent): number {
  const envelope = 100
  if (event.type === 'text-delta' || event.type === 'reasoning-delta') return envelope + event.text.length
  if (event.type === 'tool-input-delta') return envelope + event.json.length
  return JSON.stringify(event).length
}
