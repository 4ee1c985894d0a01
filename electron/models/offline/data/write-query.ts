import type { Written } from './query.ts'
import type { Request } from './request.ts'
import type { Table } from './table-columns.ts'
import { writeFigures } from './write-figures.ts'
import { writeRanking } from './write-ranking.ts'
import { writeValues } from './write-values.ts'

/** The SQL that answers a request over one table, or why none does. */
export function writeQuery(request: Request, table: Table): Written {
  const { rank, figures, groups, subjects, countsRows } = request
  if (rank !== null) return writeRanking(request, table)
  if (figures.length > 0 || countsRows || (groups.length > 0 && subjects.length === 0))
    return writeFigures(request, table)
  return writeValues(request, table)
}
