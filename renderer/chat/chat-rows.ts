import type { MessageId, RunId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import type { RunState } from '../../shared/run-events.ts'
import { foldSteps, type Fold } from './steps/fold-steps.ts'
import { isSamePlace } from './steps/is-same-place.ts'

/** One row of the chat. Rows hold ids only, so that streaming text changes a row's content and not the list. */
export type ChatRow =
  | {
      readonly kind: 'message'
      readonly runId: RunId
      readonly messageId: MessageId
      /** Absent: everything in it is shown by itself. */
      readonly folds?: readonly Fold[]
    }
  /** `at`: its place in the run's `notes` or `compactions`. */
  | { readonly kind: 'note' | 'compaction'; readonly runId: RunId; readonly at: number }
  | { readonly kind: 'ending'; readonly runId: RunId; readonly isLast: boolean }

/** The rows of a conversation: each run's messages with what happened between them, then how it stands or ended. */
export function chatRows(runIds: readonly RunId[], byId: Readonly<Record<string, RunState>>): readonly ChatRow[] {
  return runIds.flatMap((runId, at): ChatRow[] => {
    const run = byId[runId]
    if (run === undefined) return []
    return [...knownRows(run), { kind: 'ending', runId, isLast: at === runIds.length - 1 }]
  })
}

/** A row's identity in the list. */
export function rowKey(row: ChatRow | undefined): string | undefined {
  switch (row?.kind) {
    case undefined:
      return undefined
    case 'message':
      return `${row.runId} ${row.messageId}`
    case 'note':
    case 'compaction':
      return `${row.runId} ${row.kind} ${row.at}`
    case 'ending':
      return `${row.runId} `
  }
}

export function writeRows(rows: readonly ChatRow[]): string {
  return JSON.stringify(rows)
}

/** Reads what `writeRows` wrote. */
export function readRows(written: string): readonly ChatRow[] {
  return JSON.parse(written) as readonly ChatRow[]
}

const rowsOfRun = new WeakMap<RunState, readonly ChatRow[]>()

/** A state never changes, so the runs that are over are looked through once. */
function knownRows(run: RunState): readonly ChatRow[] {
  const rows = rowsOfRun.get(run) ?? runRows(run)
  rowsOfRun.set(run, rows)
  return rows
}

function runRows(run: RunState): readonly ChatRow[] {
  const { runId, messages, notes = [], compactions = [] } = run
  const folds = foldSteps(run)
  const between = [
    ...notes.map(({ messagesBefore, at: time }, at) => ({ kind: 'note' as const, at, messagesBefore, time })),
    ...compactions.map(({ messagesBefore, at: time }, at) => ({
      kind: 'compaction' as const,
      at,
      messagesBefore,
      time,
    })),
  ].sort((a, b) => a.time - b.time)
  const rowsAfter = (count: number): readonly ChatRow[] =>
    between
      .filter(({ messagesBefore }) => Math.min(messagesBefore, messages.length) === count)
      .map(({ kind, at }) => ({ kind, runId, at }))
  const rows = messages.flatMap((message, index): readonly ChatRow[] => {
    const after = rowsAfter(index + 1)
    // A continued run has nothing new from the person.
    if (message.role === 'user' && message.content.length === 0) return after
    return [...messageRow(run, message, folds), ...after]
  })
  return [...rowsAfter(0), ...rows]
}

/** None for a message of which everything is in a line that began before it. */
function messageRow({ runId }: RunState, { id: messageId, content }: Message, all: readonly Fold[]): ChatRow[] {
  const folds = all.filter(({ first, blocks }) => [first, ...blocks].some((place) => place.messageId === messageId))
  if (folds.length === 0) return [{ kind: 'message', runId, messageId }]
  const isElsewhere = (at: number) =>
    folds.some(({ first, blocks }) => {
      return first.messageId !== messageId && blocks.some((place) => isSamePlace(place, { messageId, at }))
    })
  return content.every((_, at) => isElsewhere(at)) ? [] : [{ kind: 'message', runId, messageId, folds }]
}
