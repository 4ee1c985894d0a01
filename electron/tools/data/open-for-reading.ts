import { constants } from 'node:fs'
import { open, readlink, realpath } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'

export type OpenedFile = AsyncDisposable & {
  readonly handle: FileHandle
  /** What DuckDB opens: on Linux the very file that is held open here, whatever its name leads to by then. */
  readonly path: string
  readonly bytes: number
  /** Changes when the file does: a program can set the time of its content back, not that of its inode. */
  readonly version: string
  /** Epoch milliseconds, of content or inode. */
  readonly changedAt: number
}

/**
 * Opens a checked path and verifies what was opened, so that a symlink put in its place after the check gains nothing.
 * `shown` names it in errors. The caller disposes it.
 */
export async function openForReading(absolute: string, shown: string): Promise<OpenedFile> {
  // Without O_NONBLOCK a pipe put in the file's place would be waited for forever. Windows has neither.
  const handle = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw unreadable(error, shown)
  })
  try {
    const stat = await handle.stat({ bigint: true })
    const path = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : absolute
    const opened = process.platform === 'linux' ? await readlink(path) : await realpath(absolute)
    if (opened !== absolute)
      throw new AppError('PATH_OUTSIDE_WORKSPACE', `${shown} was replaced by a link while it was being opened.`)
    if (!stat.isFile()) throw new AppError('FILE_UNREADABLE', `${shown} is not a regular file.`)
    return {
      handle,
      path,
      bytes: Number(stat.size),
      version: `${stat.ino}-${stat.size}-${stat.mtimeNs}-${stat.ctimeNs}`,
      changedAt: Number(stat.mtimeMs > stat.ctimeMs ? stat.mtimeMs : stat.ctimeMs),
      [Symbol.asyncDispose]: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

function unreadable(error: unknown, shown: string): AppError {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new AppError('FILE_NOT_FOUND', `${shown} is no longer there.`, { cause: error })
    : new AppError('FILE_UNREADABLE', `${shown} cannot be read.`, {
        cause: error,
        hint: 'Check that you may read it and that no other program has locked it.',
      })
}
