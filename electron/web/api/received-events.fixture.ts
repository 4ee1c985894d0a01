import { applyRunEvent, foldRunEvents, runEvent, runState, type RunState } from '../../../shared/run-events.ts'

export type ReceivedEvent = { readonly id: string; readonly name: string; readonly data: unknown }

/** Reads server-sent events from text as it arrives. An event whose end has not come is none. */
export function receiveEvents() {
  const events: ReceivedEvent[] = []
  const comments: string[] = []
  let rest = ''
  return {
    events,
    comments,
    /** As a browser has it: of the last whole event. */
    lastEventId: () => events.at(-1)?.id,
    take(text: string): void {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map(readField))
        if (fields['data'] === undefined) comments.push(block)
        else events.push({ id: fields['id'] ?? '', name: fields['event'] ?? '', data: JSON.parse(fields['data']) })
      }
    },
    /** The connection is gone, and half an event with it. */
    cut(): void {
      rest = ''
    },
  }
}

function readField(line: string): [string, string] {
  const colon = line.indexOf(': ')
  return [line.slice(0, colon), line.slice(colon + 2)]
}

/** What a client makes of a stream: a snapshot replaces everything, an event goes on from there. */
export function foldReceived(events: readonly ReceivedEvent[]): RunState | undefined {
  let state: RunState | undefined
  for (const { name, data } of events) {
    if (name === 'snapshot') state = runState.parse(data)
    else if (state === undefined) state = foldRunEvents([runEvent.parse(data)])
    else state = applyRunEvent(state, runEvent.parse(data))
  }
  return state
}
