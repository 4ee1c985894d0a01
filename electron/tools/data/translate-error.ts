import { AppError } from '../../../shared/errors.ts'
import { isAbout } from './with-views.ts'
import type { NamedTable } from './with-views.ts'

/** DuckDB's errors in the app's words; its own words stay where they help to mend the SQL. */
export function translateError(
  error: unknown,
  { tables, signal }: { readonly tables: readonly NamedTable[]; readonly signal: AbortSignal },
): AppError {
  if (error instanceof AppError) return error
  const message = (error as Error).message
  if (signal.aborted || message.startsWith('INTERRUPT'))
    return new AppError('CANCELLED', 'Cancelled.', { cause: error })
  if (/no space left|max_temp_directory_size|ENOSPC/i.test(message))
    return new AppError('DISK_FULL', 'The disk is full, so the query could not be finished.', {
      cause: error,
      hint: 'Free some space, or ask for fewer rows or columns.',
    })
  if (/^Out of Memory/i.test(message))
    return new AppError('QUERY_INVALID', 'The query needs more memory than a query may use.', {
      cause: error,
      hint: 'Filter or group earlier, or select fewer columns.',
    })
  const named = tables.find(({ table }) => isAbout(error, table))
  if (named !== undefined)
    return new AppError('FILE_MALFORMED', `${named.table.shown} could not be read: ${firstLine(message, named)}`, {
      cause: error,
      hint: 'Check that it was copied completely and that its content is what its name says.',
    })
  return new AppError('QUERY_INVALID', withoutPosition(message), { cause: error, hint: 'Mend the SQL and try again.' })
}

function firstLine(message: string, { table }: NamedTable): string {
  return (message.split('\n')[0] ?? '').replaceAll(table.path, table.shown).replace(/^[\w ]+ Error: /, '')
}

/** Without the excerpt of the statement that DuckDB appends: who sent it has it. */
function withoutPosition(message: string): string {
  return message.replace(/\n+LINE \d+:[\s\S]*$/, '').trim()
}
