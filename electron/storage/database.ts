import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { mapSqliteError } from './map-sqlite-error.ts'

/** The open SQLite file. Every method throws `AppError` only; statements are prepared once. */
export type Database = {
  /** `Row` is what the statement selects; SQLite does not check it. */
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  first<Row>(sql: string, ...values: readonly SQLInputValue[]): Row | undefined
  /** Returns how many rows changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  /** All of `work` is on disk when it returns, or none of it. Not nestable. */
  transaction<Value>(work: () => Value): Value
  close(): void
}

export function wrapDatabase(sqlite: DatabaseSync, file: string): Database {
  const statements = new Map<string, StatementSync>()

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = sqlite.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  function translated<Value>(work: () => Value): Value {
    try {
      return work()
    } catch (error) {
      throw mapSqliteError(error, file)
    }
  }

  return {
    all: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      translated(() => prepared(sql).all(...values) as Row[]),
    first: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      translated(() => prepared(sql).get(...values) as Row | undefined),
    run: (sql, ...values) => translated(() => Number(prepared(sql).run(...values).changes)),
    transaction: (work) =>
      translated(() => {
        sqlite.exec('begin immediate')
        try {
          const value = work()
          sqlite.exec('commit')
          return value
        } catch (error) {
          // A full disk rolls back by itself; a second rollback would hide the real error.
          if (sqlite.isTransaction) sqlite.exec('rollback')
          throw error
        }
      }),
    close: () => sqlite.close(),
  }
}
