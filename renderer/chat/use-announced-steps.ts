import { useEffect, useRef } from 'react'
import type { ConversationId, ModelId } from '../../shared/ids.ts'
import type { RunState } from '../../shared/run-events.ts'
import { announce } from '../state/announcements.ts'
import { useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { compactionWords } from './compaction-words.ts'
import { describeNote } from './describe-note.ts'
import { labelOf } from './label-of.ts'
import { useActiveRun } from './use-active-run.ts'

/**
 * Tells a screen reader what happens by itself while an answer is on its way, each thing once: a pause before another
 * try (not its seconds), and what stands as a note or a divider in the chat.
 */
export function useAnnouncedSteps(conversationId: ConversationId | null): void {
  const runId = useActiveRun(conversationId)
  const retryAt = useRuns(({ byId }) => (runId === undefined ? undefined : byId[runId]?.retry?.at))
  const noted = useRuns(({ byId }) => (runId === undefined ? 0 : countOf(byId[runId])))
  const heard = useRef<{ runId: string | undefined; noted: number }>({ runId: undefined, noted: 0 })

  useEffect(() => {
    const retry = runId === undefined ? undefined : useRuns.getState().byId[runId]?.retry
    if (retryAt === undefined || retry === undefined || retry === null) return
    announce(`${retry.error.message} Trying again in ${Math.ceil(retry.delayMs / 1000)} seconds.`)
  }, [runId, retryAt])

  useEffect(() => {
    const before = heard.current
    heard.current = { runId, noted }
    // What a run held when it was opened has been there before: it is read, not announced.
    if (before.runId !== runId || runId === undefined || noted <= before.noted) return
    const run = useRuns.getState().byId[runId]
    if (run !== undefined) announce(lastStep(run))
  }, [runId, noted])
}

function countOf(run: RunState | undefined): number {
  return (run?.notes?.length ?? 0) + (run?.compactions?.length ?? 0)
}

function lastStep({ notes = [], compactions = [] }: RunState): string {
  const note = notes.at(-1)
  const compaction = compactions.at(-1)
  if (compaction !== undefined && (note === undefined || compaction.at >= note.at)) return compactionWords(compaction)
  const models = useModels.getState().list
  return note === undefined ? '' : describeNote(note.note, (id: ModelId) => labelOf(id, models))
}
