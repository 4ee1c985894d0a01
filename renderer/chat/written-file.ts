import type { ToolCall } from '../../shared/run-events.ts'
import { writtenReport } from '../../shared/tool-results.ts'

/** The file a finished step wrote or changed, as the list of changed files names it; undefined where it wrote none. */
export function writtenFile({ name, state }: ToolCall): string | undefined {
  if (state.kind !== 'done' || state.outcome.status !== 'success') return undefined
  const { display, content } = state.outcome
  if (display?.kind === 'diff') return display.path
  if (name !== 'write_report') return undefined
  const [told] = content
  return told?.type === 'json' ? writtenReport.safeParse(told.value).data?.path : undefined
}
