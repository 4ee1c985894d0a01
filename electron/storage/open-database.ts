import { chmodSync, closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import { wrapDatabase, type Database } from './database.ts'
import { mapSqliteError } from './map-sqlite-error.ts'
import { migrate } from './migrate.ts'
import { setAsideDamaged } from './set-aside-damaged.ts'

export type OpenedDatabase = {
  readonly database: Database
  /** What was survived on the way, for the person; null when all was well. */
  readonly notice: WireError | null
}

/**
 * Opens the file as its only user, checks it and brings it up to date.
 *
 * A file that fails its check is renamed, never deleted, and a new one is started. Throws `ALREADY_RUNNING` while
 * another process has it, `DATABASE_TOO_NEW` when a newer version of the app wrote it, `FILE_UNREADABLE`, `DISK_FULL`.
 */
export function openDatabase(file: string): OpenedDatabase {
  try {
    return { database: openChecked(file), notice: null }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATABASE_DAMAGED') throw error
    const keptAs = setAsideDamaged(file)
    const notice = new AppError(
      'DATABASE_DAMAGED',
      `The file that keeps your conversations was damaged, so the app set it aside as ${keptAs} and started a new one.`,
      { hint: 'Nothing was deleted. If you keep backups, close the app and put the last good copy in its place.' },
    )
    return { database: openChecked(file), notice: toWireError(notice) }
  }
}

function openChecked(file: string): Database {
  let sqlite: DatabaseSync | undefined
  try {
    keepToOurselves(file)
    sqlite = new DatabaseSync(file, { timeout: lockWaitMs })
    takeForOurselves(sqlite)
    check(sqlite, file)
    migrate(sqlite, file)
    return wrapDatabase(sqlite, file)
  } catch (error) {
    sqlite?.close()
    throw mapSqliteError(error, file)
  }
}

/** Readable by this user alone, whatever the folder allows. SQLite gives its journal the same rights. */
function keepToOurselves(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch {
    // What is wrong with the file SQLite says better, when it opens it.
  }
}

/** A copy that is just closing gets this long to let go. */
const lockWaitMs = 500

/**
 * Holds SQLite's own exclusive lock until the connection closes: one writer, and the system frees it however the
 * process ends.
 */
function takeForOurselves(sqlite: DatabaseSync): void {
  sqlite.exec(`
    pragma locking_mode = exclusive;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    begin immediate;
    commit;
  `)
}

function check(sqlite: DatabaseSync, file: string): void {
  const found = sqlite.prepare('pragma quick_check(1)').get()?.['quick_check']
  if (found !== 'ok') {
    throw new AppError('DATABASE_DAMAGED', `The file that keeps your conversations is damaged: ${file}.`, {
      cause: new Error(String(found)),
    })
  }
}
