import type { RunEvent } from './run-events.ts'

/**
 * Appends an event to a list that waits, joining it to the last where both are pieces of the same text. Folding the
 * list gives the same state as folding the events one by one. Changes `waiting`; the events in it are its own.
 */
export function mergeRunEvent(waiting: RunEvent[], event: RunEvent): void {
  const last = waiting.at(-1)
  const joined = last === undefined ? undefined : join(last, event)
  if (joined === undefined) waiting.push(event)
  else waiting[waiting.length - 1] = joined
}

function join(last: RunEvent, event: RunEvent): RunEvent | undefined {
  if (event.type === 'text-delta' || event.type === 'reasoning-delta') {
    const continues = last.type === event.type && last.messageId === event.messageId && last.index === event.index
    return continues ? { ...last, text: last.text + event.text } : undefined
  }
  if (event.type === 'tool-input-delta') {
    const continues = last.type === event.type && last.toolUseId === event.toolUseId
    return continues ? { ...last, json: last.json + event.json } : undefined
  }
  // Of progress only the newest matters.
  if (event.type === 'tool-progress') {
    return last.type === event.type && last.toolUseId === event.toolUseId ? event : undefined
  }
  return undefined
}
