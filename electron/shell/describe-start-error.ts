import { toWireError } from '../../shared/errors.ts'

/** What the error box says when the app cannot start: what happened, and what to do next. */
export function describeStartError(error: unknown): { readonly title: string; readonly content: string } {
  const { code, message, hint } = toWireError(error)
  // Nothing is logged yet, so the cause of the unforeseen is shown here or nowhere.
  const cause = code === 'INTERNAL' ? `\n\n${error instanceof Error ? error.message : String(error)}` : ''
  return {
    title: 'Bedrock Analyst cannot start',
    content: `${message}${hint === undefined ? '' : `\n\n${hint}`}${cause}`,
  }
}
