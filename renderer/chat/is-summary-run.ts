import type { RunState } from '../../shared/run-events.ts'

/** Whether a run only summarised what came before, or tried to: there is no question in it that could be asked again. */
export function isSummaryRun({ messages, compactions, stop }: RunState): boolean {
  const hasQuestion = messages.some(({ content }) => content.length > 0)
  if (hasQuestion || messages.length > 1) return false
  // Refused as a request: a run that was to be continued never is.
  const isRefused = stop?.kind === 'failed' && stop.error.code === 'INVALID_REQUEST'
  return isRefused || (compactions ?? []).length > 0
}
