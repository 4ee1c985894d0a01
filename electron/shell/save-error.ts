import { AppError } from '../../shared/errors.ts'
import { visibleName } from '../../shared/visible-name.ts'

/** Why a file could not be saved where the person chose, in words. */
export function saveError(error: unknown, file: string): AppError {
  const name = `“${visibleName(file)}”`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('DISK_FULL', `The disk is full, so ${name} was not saved.`, {
      hint: 'Free some space, or save on another disk.',
      retryable: true,
      cause: error,
    })
  return new AppError('FILE_UNREADABLE', `${name} could not be saved there${code === undefined ? '' : ` (${code})`}.`, {
    hint: 'Choose another folder, or check that you may write to this one.',
    retryable: true,
    cause: error,
  })
}
