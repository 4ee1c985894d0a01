import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'

/** The folders inside a folder, for choosing a workspace where there is no system dialog. Hidden ones are left out. */
export async function listFolders(folder: string): Promise<RequestOutput<'folder.list'>> {
  const absolute = path.resolve(folder)
  const entries = await readdir(absolute, { withFileTypes: true }).catch((error: unknown) => {
    throw new AppError('FILE_UNREADABLE', `The folder ${absolute} could not be read.`, {
      hint: 'Check that it exists and that you may open it.',
      cause: error,
    })
  })
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b))
  const parent = path.dirname(absolute)
  return { path: absolute, parent: parent === absolute ? null : parent, folders }
}
