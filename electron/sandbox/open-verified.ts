import { constants } from 'node:fs'
import { lstat, open, readlink, realpath, type FileHandle } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'

/** Throws when the file at this absolute path, symlinks resolved, may not be touched. */
export type Admit = (absolute: string) => void

/**
 * Opens `absolute` (symlinks resolved) and asks `admit` about what was really opened.
 *
 * Between resolving a path and opening it, another program can swap a folder or file for a symlink that leads out.
 * So the path is judged again from the opened handle; the caller reads from that handle only, and closes it.
 */
export async function openVerified(absolute: string, flags: number, admit: Admit): Promise<FileHandle> {
  // O_NONBLOCK: opening a named pipe must not wait for its writer.
  const handle = await open(absolute, flags | noFollow | (constants.O_NONBLOCK ?? 0))
  try {
    admit(await pathOfHandle(handle, absolute))
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The last name of a resolved path is no symlink; if it has become one, somebody swapped it. Absent on Windows. */
export const noFollow = constants.O_NOFOLLOW ?? 0

async function pathOfHandle(handle: FileHandle, absolute: string): Promise<string> {
  if (process.platform === 'linux') return await readlink(`/proc/self/fd/${handle.fd}`)
  // No system call of Node says where a handle is, so: the same file must stand at the resolved path.
  const now = await realpath(absolute)
  const [opened, named] = await Promise.all([handle.stat({ bigint: true }), lstat(now, { bigint: true })])
  if (opened.dev !== named.dev || opened.ino !== named.ino)
    throw new AppError('FILE_CHANGED', 'The file was replaced while it was being opened.', {
      retryable: true,
      hint: 'Try again.',
    })
  return now
}
