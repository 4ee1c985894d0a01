import type { Situation } from '../ask-tool.ts'
import { known, type Known } from '../step.ts'
import { decideReading } from './decide-reading.ts'
import { explainProblems, openQuestion } from './explain-problems.ts'
import { finishReadings, readTable } from './finish-readings.ts'
import { namesJoinedColumn, readJoined } from './read-joined.ts'
import { readLoosely } from './read-loosely.ts'
import type { Resolution } from './resolution.ts'
import { settleValues } from './settle-values.ts'
import type { Table } from './table-columns.ts'

/**
 * The one reading that explains every word: of one table as the question is written, else with words taken loosely,
 * else over two tables joined. A step where something must be looked up first.
 */
export function chooseReading(situation: Situation, tables: readonly Table[], of: Asking): Known<Resolution> {
  const found = findReading(situation, tables, of)
  if (found.kind === 'step' || found.value.kind !== 'query') return found
  return settleValues(situation, found.value.reading)
}

type Asking = { readonly question: string; readonly isStrict: boolean }

function findReading(
  situation: Situation,
  tables: readonly Table[],
  { question, isStrict }: Asking,
): Known<Resolution> {
  if (namesJoinedColumn(question, tables)) {
    const joined = readJoined(situation, tables, question)
    if (joined.kind === 'step') return joined
    if (joined.value !== null) return known(joined.value)
  }
  const first = tables.map((table) => readTable(question, table, null))
  const possible = first.filter((each) => each.kind === 'query')
  const finished = finishReadings(situation, possible, question)
  if (finished.kind === 'step') return finished
  const decided = decideReading(finished.value, question, situation.turn)
  if (decided !== null) return known(decided)
  const failed = first.map((each) => finished.value.find(({ table }) => table === each.table) ?? each)
  const open = openQuestion(failed, question)
  if (open !== null) return known(open)
  const joined = readJoined(situation, tables, question)
  if (joined.kind === 'step') return joined
  if (joined.value !== null) return known(joined.value)
  if (isStrict) return known({ kind: 'refused', step: explainProblems(failed) })
  const loose = readLoosely(situation, failed, question)
  if (loose.kind === 'step') return loose
  const decidedLoosely = decideReading(loose.value.readings, question, situation.turn)
  if (decidedLoosely !== null) return known(decidedLoosely)
  if (loose.value.open !== null) return known({ kind: 'open', ...loose.value.open })
  return known({ kind: 'refused', step: explainProblems(failed) })
}
