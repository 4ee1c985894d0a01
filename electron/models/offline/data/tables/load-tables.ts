import { tableProfile, type FileEntry, type TableProfile } from '../../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import type { Table } from '../columns/table-columns.ts'

export type LoadedTables = {
  readonly tables: readonly Table[]
  /** One sentence per file that could not be described. */
  readonly failures: readonly string[]
}

/** The tables of some files, by describing each. A damaged file does not hide the others. */
export function loadTables(situation: Situation, files: readonly FileEntry[]): Known<LoadedTables> {
  const calls = files.map((file) => ({ name: 'describe_data', input: { file: file.path } }))
  const profiles = askTools(situation, calls, tableProfile)
  if (profiles.kind === 'step') return profiles
  return known({
    tables: profiles.value.flatMap((each) => (each.kind === 'ok' ? tablesOf(each.value) : [])),
    failures: profiles.value.flatMap((each) => (each.kind === 'failed' ? [each.sentence] : [])),
  })
}

/** A table as questions see it: a list of objects that is a table of its own is none of its columns. */
function tablesOf(profile: TableProfile): readonly Table[] {
  const before = tablesByProfile.get(profile)
  if (before !== undefined) return before
  const names = new Set(profile.tables.map(({ name }) => name))
  const tables = profile.tables.map((table) => {
    const partOf = (column: string) => `${table.name}${table.name.includes('#') ? '.' : '#'}${column}`
    const columns = table.columns.filter(({ name }) => !names.has(partOf(name)))
    return columns.length === table.columns.length ? table : { ...table, columns }
  })
  tablesByProfile.set(profile, tables)
  return tables
}

/** What is found out about a table is kept by the table, so that it must stay the same one. */
const tablesByProfile = new WeakMap<TableProfile, readonly Table[]>()
