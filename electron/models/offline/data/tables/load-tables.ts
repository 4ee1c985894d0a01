import { tableProfile, type FileEntry } from '../../../../../shared/tool-results.ts'
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
    tables: profiles.value.flatMap((each) => (each.kind === 'ok' ? each.value.tables : [])),
    failures: profiles.value.flatMap((each) => (each.kind === 'failed' ? [each.sentence] : [])),
  })
}
