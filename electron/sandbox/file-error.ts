import { AppError } from '../../shared/errors.ts'
import { visibleName } from '../../shared/visible-name.ts'

/** The operating system's file error as a sentence about `shown`. Anything else comes back as it was. */
export function toFileError(error: unknown, shown: string): unknown {
  if (error instanceof AppError || !isErrno(error)) return error
  const name = `“${visibleName(shown)}”`
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('FILE_NOT_FOUND', `There is no ${name} in the opened folder.`, {
        hint: 'List the folder to see what is there.',
        cause: error,
      })
    case 'EACCES':
    case 'EPERM':
      return new AppError('FILE_UNREADABLE', `This computer does not let the app open ${name}.`, {
        hint: 'Check the file’s permissions, or whether another program has it open.',
        cause: error,
      })
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('DISK_FULL', `The disk is full, so ${name} was not saved. Nothing was changed.`, {
        hint: 'Free some space and try again.',
        retryable: true,
        cause: error,
      })
    case 'EROFS':
      return new AppError('FILE_UNREADABLE', `${name} is on a disk that can only be read.`, {
        hint: 'Open a folder on another disk.',
        cause: error,
      })
    case 'ENAMETOOLONG':
      return new AppError('INVALID_REQUEST', `The name ${name.slice(0, 60)}…” is too long for this disk.`, {
        hint: 'Use a shorter name.',
        cause: error,
      })
    default:
      return new AppError('FILE_UNREADABLE', `${name} could not be opened (${error.code}).`, {
        hint: 'Check that the disk is connected and try again.',
        retryable: true,
        cause: error,
      })
  }
}

/** Runs file work and translates what the operating system says, once, at this border. */
export async function withFileErrors<Value>(shown: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw toFileError(error, shown)
  }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error
}

export function isMissing(error: unknown): boolean {
  return isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
