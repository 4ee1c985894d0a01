import type { RunEvent } from './run-events.ts'

/**
 * Appends an event to a list that waits, joining it to the last where both are pieces of the same text. Folding the
 * list gives the same state as folding the events one by one. Changes `waiting`, never `event`: a piece of text is
 * copied into the list, and what continues it grows that copy, so that a delta that joins makes nothing.
 */
export function mergeRunEvent(waiting: RunEvent[], event: RunEvent): void {
  const last = waiting[waiting.length - 1]
  switch (event.type) {
    case 'text-delta':
    case 'reasoning-delta':
      if (last?.type === event.type && last.index === event.index && last.messageId === event.messageId)
        last.text += event.text
      else waiting.push({ ...event })
      return
    case 'tool-input-delta':
      if (last?.type === event.type && last.toolUseId === event.toolUseId) last.json += event.json
      else waiting.push({ ...event })
      return
    case 'tool-progress':
      // Of progress only the newest matters.
      if (last?.type === event.type && last.toolUseId === event.toolUseId) waiting[waiting.length - 1] = event
      else waiting.push(event)
      return
    default:
      waiting.push(event)
  }
}
