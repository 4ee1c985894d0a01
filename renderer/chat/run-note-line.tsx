import { ArrowUpFromLine, Cable, Route, SlidersHorizontal, type LucideIcon } from 'lucide-react'
import type { RunId } from '../../shared/ids.ts'
import type { RunNote } from '../../shared/run-events.ts'
import { useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { describeNote } from './describe-note.ts'
import { labelOf } from './label-of.ts'

/** Something that happened while a run went on: one quiet line where it did. */
export function RunNoteLine({ runId, at }: { readonly runId: RunId; readonly at: number }) {
  const noted = useRuns(({ byId }) => byId[runId]?.notes?.[at])
  const models = useModels((state) => state.list)
  if (noted === undefined) return null
  const Icon = icons[noted.note.kind]
  return (
    <p role="note" className="flex gap-2 py-1.5 text-xs leading-5 text-muted">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{describeNote(noted.note, (id) => labelOf(id, models))}</span>
    </p>
  )
}

const icons: Readonly<Record<RunNote['kind'], LucideIcon>> = {
  'settings-changed': SlidersHorizontal,
  failover: Route,
  escalated: ArrowUpFromLine,
  resumed: Cable,
}
