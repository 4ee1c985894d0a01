import type { ModelChoice } from './model-choice.ts'
import type { RunState } from './run-events.ts'

/** The automatic choice that really answered: the last one, when a first try was not good enough. */
export function choiceOf({ choice, notes = [] }: RunState): ModelChoice | undefined {
  const escalated = notes.findLast(({ note }) => note.kind === 'escalated')?.note
  return escalated?.kind === 'escalated' ? escalated.choice : choice
}
