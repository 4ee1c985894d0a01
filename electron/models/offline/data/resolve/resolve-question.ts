import type { FileEntry } from '../../../../../shared/tool-results.ts'
import type { Situation } from '../../ask-tool.ts'
import { chooseTable } from '../../documents/choose-table.ts'
import { isDataFile, mayHoldTables } from '../../files.ts'
import { plainText } from '../../markdown.ts'
import { nameFiles } from '../../name-files.ts'
import { notUnderstood } from '../../plans/plan-help.ts'
import { noSuchFile } from '../../plans/which-file.ts'
import { answer, known, type Known, type Step } from '../../step.ts'
import { chooseReading } from './choose-reading.ts'
import { besideOthers } from '../tables/beside-others.ts'
import { chooseTables, lookThrough } from '../tables/choose-tables.ts'
import { loadTables } from '../tables/load-tables.ts'
import type { Resolution } from './resolution.ts'

/**
 * A question by itself: over the file it names, else over those it may be about. Strictly, no word is taken for another
 * and no file is looked into on a guess.
 */
export function resolveQuestion(
  situation: Situation,
  question: string,
  { files, isStrict }: { readonly files: readonly FileEntry[]; readonly isStrict: boolean },
): Known<Resolution> {
  const named = nameFiles(question, files)
  const [absent] = named.absent
  if (named.files.length === 0 && absent !== undefined) return refused(noSuchFile(absent, files))
  if (named.files.length > 0) {
    const tables = named.files.filter((file) => isDataFile(file) || mayHoldTables(file))
    if (tables.length === 0) return refused(notTables(named.files))
    return resolveOver(situation, tables, { question: named.rest, parts: named.tables, isStrict })
  }
  if (!files.some(isDataFile)) {
    const reason = 'I also see no table here to look it up in: no CSV, JSON, Parquet, Excel or SQLite file.'
    return refused(notUnderstood(reason))
  }
  const groups = chooseTables(situation, question, files)
  if (groups.kind === 'step') return groups
  let last: Resolution | null = null
  for (const group of groups.value) {
    const resolved = resolveOver(situation, group, { question, parts: [], isStrict })
    if (resolved.kind === 'step' || resolved.value.kind !== 'refused') return resolved
    last = resolved.value
  }
  if (last !== null && groups.value.length === 1 && isAll(groups.value, files)) return known(last)
  if (isStrict) return last === null ? refused(tooMany(files.filter(isDataFile))) : known(last)
  const near = lookThrough(situation, question, files)
  if (near.kind === 'step') return near
  if (near.value.length > 0) return resolveOver(situation, near.value, { question, parts: [], isStrict })
  return last === null ? refused(tooMany(files.filter(isDataFile))) : known(last)
}

function resolveOver(
  situation: Situation,
  files: readonly FileEntry[],
  {
    question,
    parts,
    isStrict,
  }: { readonly question: string; readonly parts: readonly string[]; readonly isStrict: boolean },
): Known<Resolution> {
  const loaded = loadTables(situation, files)
  if (loaded.kind === 'step') return loaded
  const { failures } = loaded.value
  const isWanted = (name: string) => parts.some((part) => part.toLowerCase() === name.toLowerCase())
  const tables = besideOthers(loaded.value.tables)
  const wanted = tables.filter(({ name }) => parts.length === 0 || isWanted(name))
  const chosen = chooseTable(question, wanted.length > 0 ? wanted : tables)
  if (chosen.tables.length === 0)
    return refused(answer(...failures, failures.length === 0 ? 'I found no table with rows here.' : null))
  return chooseReading(situation, chosen.tables, { question: chosen.question, isStrict })
}

/** Attached files are meant, and no others. */
function isAll([group]: readonly (readonly FileEntry[])[], files: readonly FileEntry[]): boolean {
  const tables = files.filter(isDataFile)
  return group !== undefined && (group.length === tables.length || group.every((file) => file.modified === ''))
}

function notTables(files: readonly FileEntry[]): Step {
  const name = plainText(files[0]?.path ?? '')
  return notUnderstood(`*${name}* is no table. For what a document says ask *“What does ${name} say about …?”*`)
}

function tooMany(tables: readonly FileEntry[]): Step {
  return answer(
    `There are ${tables.length} tables here, too many to look through for one question. Name the file, for example “… in ${plainText(tables[0]?.path ?? '')}”.`,
  )
}

function refused(step: Step): Known<Resolution> {
  return known({ kind: 'refused', step })
}
