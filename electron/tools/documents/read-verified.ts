import { constants } from 'node:fs'
import { open, readlink, realpath } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile } from './opened-document.ts'

/** What a document may be at most: libraries hold it in memory several times over. */
const maxBytes = 100_000_000

/**
 * The bytes of a file whose path was resolved and checked by the main process. What was opened must stand at exactly
 * that path, so that a symlink put in its place meanwhile gains nothing.
 */
export async function readVerified(absolute: string, shown: string): Promise<DocumentFile> {
  const handle = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw cannotOpen(shown, error)
  })
  try {
    const isLinux = process.platform === 'linux'
    const opened = isLinux ? await readlink(`/proc/self/fd/${handle.fd}`) : await realpath(absolute)
    if (opened !== absolute)
      throw new AppError('FILE_CHANGED', `“${visibleName(shown)}” was replaced while it was being opened.`, {
        hint: 'Try again.',
        retryable: true,
      })
    const stats = await handle.stat()
    if (!stats.isFile())
      throw new AppError('FILE_UNREADABLE', `“${visibleName(shown)}” is not a file.`, {
        hint: 'If it is a folder, list it with list_files and read one of its files.',
      })
    if (stats.size > maxBytes)
      throw new AppError('FILE_TOO_LARGE', `“${visibleName(shown)}” is larger than the 100 MB that can be read.`, {
        hint: 'Split it, or use file_read or search_files if it is plain text.',
      })
    return { bytes: await handle.readFile(), shown }
  } finally {
    await handle.close()
  }
}

function cannotOpen(shown: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM'
    ? new AppError('FILE_UNREADABLE', `“${visibleName(shown)}” may not be read by you.`, {
        hint: 'Change its permissions in the system, or choose another file.',
        cause,
      })
    : new AppError('FILE_NOT_FOUND', `“${visibleName(shown)}” could not be opened.`, {
        hint: 'List the folder to see whether it is still there.',
        cause,
      })
}
