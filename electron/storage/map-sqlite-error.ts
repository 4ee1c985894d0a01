import { AppError } from '../../shared/errors.ts'

/** The app's error for one SQLite threw. Anything that is not SQLite's comes back as it is. */
export function mapSqliteError(error: unknown, file: string): unknown {
  switch (primaryCode(error)) {
    case sqliteFull:
      return new AppError('DISK_FULL', `The disk is full, so the last change could not be saved in ${file}.`, {
        hint: 'Everything saved before is safe. Free some space and try again.',
        retryable: true,
        cause: error,
      })
    case sqliteBusy:
      return new AppError('ALREADY_RUNNING', `Another copy of the app is using ${file}.`, {
        hint: 'Switch to that window, or close it and start again.',
        cause: error,
      })
    case sqliteCorrupt:
    case sqliteNotADatabase:
      return new AppError('DATABASE_DAMAGED', `The file that keeps your conversations is damaged: ${file}.`, {
        hint: 'Close the app and start it again. It checks the file, sets it aside without deleting anything, and goes on with a new one.',
        cause: error,
      })
    case sqliteReadOnly:
    case sqliteCannotOpen:
    case sqlitePermission:
      return new AppError('FILE_UNREADABLE', `The app may not open or write ${file}.`, {
        hint: 'Check that the data folder exists and belongs to you, or start with another one (--data-dir).',
        cause: error,
      })
    default:
      return error
  }
}

/** Result codes of https://sqlite.org/rescode.html; the low byte of the extended code. */
const sqlitePermission = 3
const sqliteBusy = 5
const sqliteReadOnly = 8
const sqliteCorrupt = 11
const sqliteFull = 13
const sqliteCannotOpen = 14
const sqliteNotADatabase = 26

/** 0, SQLite's own «all is well», for what is not SQLite's. */
function primaryCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 0
  return error.errcode & 0xff
}
