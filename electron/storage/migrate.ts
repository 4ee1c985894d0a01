import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../shared/errors.ts'
import { migrations } from './migrations/migrations.ts'

/** Applies what the file lacks, each step whole or not at all; `user_version` counts the steps. */
export function migrate(sqlite: DatabaseSync, file: string): void {
  const version = Number(sqlite.prepare('pragma user_version').get()?.['user_version'])
  if (version > migrations.length) {
    throw new AppError('DATABASE_TOO_NEW', `A newer version of the app wrote ${file}.`, {
      hint: 'Install the newest version, or start with another data folder (--data-dir).',
    })
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    sqlite.exec('begin immediate')
    try {
      sqlite.exec(sql)
      sqlite.exec(`pragma user_version = ${index + 1}`)
      sqlite.exec('commit')
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('rollback')
      throw error
    }
  }
}
