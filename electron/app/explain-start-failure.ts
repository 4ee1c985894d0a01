import { AppError } from '../../shared/errors.ts'

const elsewhere = 'Check that the folder belongs to you, or start with another one (--data-dir).'

/** What the operating system said about the data folder while the app started, as a sentence. Anything else comes back as it is. */
export function explainStartFailure(error: unknown, dataDir: string): unknown {
  if (error instanceof AppError) return error
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('DISK_FULL', `The disk is full, so the app cannot work in its data folder ${dataDir}.`, {
        hint: 'Everything saved before is safe. Free some space and start again.',
        retryable: true,
        cause: error,
      })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('FILE_UNREADABLE', `The app may not write in its data folder ${dataDir}.`, {
        hint: elsewhere,
        cause: error,
      })
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return new AppError(
        'FILE_UNREADABLE',
        `Something else is in the way of the app’s data: ${pathOf(error, dataDir)}.`,
        {
          hint: 'Move it elsewhere, or start with another data folder (--data-dir).',
          cause: error,
        },
      )
    // What making a folder on a read-only disk says, too.
    case 'ENOENT':
    case 'EIO':
    case 'ENAMETOOLONG':
      return new AppError('FILE_UNREADABLE', `The app cannot make its data folder ${dataDir}.`, {
        hint: elsewhere,
        cause: error,
      })
    default:
      return error
  }
}

function pathOf(error: unknown, dataDir: string): string {
  return (error as NodeJS.ErrnoException).path ?? dataDir
}
