import { ArrowDownToLine, ArrowUpFromLine, Wand } from 'lucide-react'
import { choiceOf } from '../../shared/choice-of.ts'
import type { RunId } from '../../shared/ids.ts'
import { valueOr } from '../state/loaded.ts'
import { useModels } from '../state/models.ts'
import { useRuns } from '../state/runs.ts'
import { Button } from '../ui/button.tsx'
import { labelOf } from './label-of.ts'
import { otherTier } from './other-tier.ts'
import { useChooseTier } from './use-choose-tier.ts'

/** Which model the automatic choice took and why, and the way to have another one answer. */
export function AutomaticChoice({ runId, isLast }: { readonly runId: RunId; readonly isLast: boolean }) {
  const choice = useRuns(({ byId }) => byId[runId] && choiceOf(byId[runId]))
  const list = useModels((state) => state.list)
  const chooseTier = useChooseTier(runId)
  if (choice === undefined) return null
  const models = valueOr(list, undefined)?.models ?? []
  const stronger = otherTier(choice.tier, 'stronger', models)
  const cheaper = otherTier(choice.tier, 'cheaper', models)
  return (
    <section
      aria-label="Automatic choice"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs leading-5 text-muted"
    >
      <p className="flex min-w-0 flex-1 basis-72 gap-2">
        <Wand aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span className="min-w-0 break-words">
          {`Chosen automatically: ${labelOf(choice.modelId, list)}. ${choice.reason}`}
        </span>
      </p>
      {isLast && (stronger !== undefined || cheaper !== undefined) && (
        <div className="flex flex-wrap gap-2">
          {stronger !== undefined && (
            <Button size="small" onClick={() => chooseTier(stronger)}>
              <ArrowUpFromLine aria-hidden /> Use a stronger model
            </Button>
          )}
          {cheaper !== undefined && (
            <Button size="small" onClick={() => chooseTier(cheaper)}>
              <ArrowDownToLine aria-hidden /> Use a cheaper one
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
