import { unclear, type Written } from './query.ts'
import type { Request } from '../request/request.ts'
import type { Table } from '../columns/table-columns.ts'
import { writeChange } from './write-change.ts'
import { writeDuplicates } from './write-duplicates.ts'
import { writeFigures } from './write-figures.ts'
import { countsGroups, writeGroupCount } from './write-group-count.ts'
import { writeMissing } from './write-missing.ts'
import { writeOfGroups } from './write-of-groups.ts'
import { writePlace } from './write-place.ts'
import { drawsPoints, writePoints } from './write-points.ts'
import { writeRanking } from './write-ranking.ts'
import { writeRunningTotal } from './write-running-total.ts'
import { writeShare } from './write-share.ts'
import { writeValues } from './write-values.ts'

/** The SQL that answers a request over one table, or why none does. */
export function writeQuery(request: Request, table: Table): Written {
  const { having, subjects, groups } = request
  if (having.length > 0 && subjects.length + groups.length === 0)
    return unclear(
      'I see how many there should be, but not of what: say, for example, “which customers have more than 5 rows”.',
    )
  switch (request.analysis.kind) {
    case 'plain':
      return writePlain(request, table)
    case 'share':
      return writeShare(request, table, request.analysis.part)
    case 'change':
      return writeChange(request, table, request.analysis)
    case 'running-total':
      return writeRunningTotal(request, table)
    case 'place':
      return writePlace(request, table)
    case 'of-groups':
      return writeOfGroups(request, table, request.analysis)
    case 'duplicates':
      return writeDuplicates(request, table)
    case 'missing':
      return writeMissing(request, table)
  }
}

function writePlain(request: Request, table: Table): Written {
  const { rank, figures, groups, subjects, countsRows } = request
  if (drawsPoints(request)) return writePoints(request, table)
  if (rank !== null || request.asksWhen) return writeRanking(request, table)
  if (countsGroups(request)) return writeGroupCount(request, table)
  if (figures.length > 0 || countsRows || (groups.length > 0 && subjects.length === 0))
    return writeFigures(request, table)
  return writeValues(request, table)
}
