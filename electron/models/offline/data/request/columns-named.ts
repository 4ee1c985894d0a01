import { matchColumns, type ColumnMatch } from '../columns/match-columns.ts'
import type { Column } from '../columns/table-columns.ts'
import type { PhraseOf } from './request-reading.ts'

/** Which columns are looked among, and which of them are meant first, where any of these fits. */
type Among = {
  readonly question: string
  readonly columns: readonly Column[]
  readonly prefer: ((column: Column) => boolean) | undefined
}

/** The columns a phrase names, as well as any of them is; null where there is none. */
export function columnsNamed(said: PhraseOf<'column'>, { question, columns, prefer }: Among): ColumnMatch | null {
  if (said.isExact) {
    // "pay" for `amount` is a word for it, and not its name.
    const level = isWritten(said, question) ? 'exact' : 'synonym'
    return { level, columns: exactColumns(said.words[0] ?? '', columns) }
  }
  const best = matchColumns(said.words, columns)
  const preferred = prefer === undefined ? null : matchColumns(said.words, columns.filter(prefer))
  // A column that is called so is meant, whatever kind is expected.
  return preferred === null || (best?.level === 'exact' && preferred.level === 'synonym') ? best : preferred
}

function isWritten({ words, from, to }: PhraseOf<'column'>, question: string): boolean {
  const name = words[0] ?? ''
  return question.slice(from, to).toLowerCase().includes(name.toLowerCase())
}

/** Several columns may differ in case only: then the one written exactly so. */
function exactColumns(name: string, columns: readonly Column[]): readonly Column[] {
  const alike = columns.filter((column) => column.name.trim().toLowerCase() === name.toLowerCase())
  const same = alike.filter((column) => column.name.trim() === name)
  return same.length > 0 ? same : alike
}
