import { stat } from 'node:fs/promises'
import { AppError, toWireError, type WireError } from '../../shared/errors.ts'

/** What to tell the person when the folder of last time is gone; undefined when it is there, or none was open. */
export async function missingWorkspace(workspace: string | null): Promise<WireError | undefined> {
  if (workspace === null) return undefined
  const isThere = await stat(workspace).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isThere) return undefined
  return toWireError(
    new AppError('FILE_NOT_FOUND', `The folder that was open last time is gone: ${workspace}.`, {
      hint: 'Open another folder, or connect the disk it is on and start again.',
    }),
  )
}
