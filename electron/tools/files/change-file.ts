import { AppError } from '../../../shared/errors.ts'
import type { ToolAnswer, ToolContext } from '../tool.ts'

/** The longest text a tool changes: more cannot be shown as a diff a person could judge. */
export const maxChangedBytes = 2_000_000

/** What a text file holds now; null when there is none. */
export async function readCurrent(path: string, context: ToolContext): Promise<string | null> {
  try {
    return (await context.files.readText(path, { maxBytes: maxChangedBytes })).text
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return null
    throw error
  }
}

/** Writes a change made from `before`, and answers with its diff. `FILE_CHANGED` when the file no longer holds `before`. */
export async function changeFile(
  change: { readonly path: string; readonly before: string | null; readonly after: string; readonly toolName: string },
  context: ToolContext,
): Promise<ToolAnswer> {
  const { before, after, toolName } = change
  const options = { conversationId: context.conversationId, toolName, expected: before }
  const { resolved, snapshotId, isNewFile } = await context.files.write(change.path, after, options)
  const lines = after === '' ? 0 : after.split('\n').length - Number(after.endsWith('\n'))
  const text = `${isNewFile ? 'Created' : 'Changed'} ${resolved.shown} (${lines} ${lines === 1 ? 'line' : 'lines'}).`
  return {
    content: [{ type: 'text', text }],
    display: { kind: 'diff', path: resolved.shown, before, after, snapshotId },
    snapshotIds: [snapshotId],
  }
}
