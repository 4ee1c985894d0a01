import type { Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import { decideReading } from './decide-reading.ts'
import { explainProblems, openQuestion } from './explain-problems.ts'
import { finishReadings, readTable } from './finish-readings.ts'
import type { Interpretation } from './interpret-question.ts'
import { offerRows } from './offer-rows.ts'
import { readAbsent } from '../tables/read-absent.ts'
import { readJoined, secondTablesNamed } from '../tables/read-joined.ts'
import { quoteTold } from '../words/quote-told.ts'
import { plainWords } from '../words/plain-words.ts'
import { readNamedValues, type Worded } from '../values/read-named-values.ts'
import { readLoosely } from './read-loosely.ts'
import { readWithoutUnknown } from './read-without-unknown.ts'
import { readWithoutAside } from './read-without-aside.ts'
import type { Resolution } from './resolution.ts'
import { settleValues } from './settle-values.ts'
import type { Table } from '../columns/table-columns.ts'

/**
 * The one reading that explains every word: of one table as the question is written, else with words taken loosely,
 * else over two tables joined. A step where something must be looked up first.
 */
export function chooseReading(situation: Situation, tables: readonly Table[], of: Asking): Known<Resolution> {
  const columns = tables.flatMap((table) => table.columns)
  const found = findReading(situation, tables, { ...of, question: plainWords(quoteTold(of.question, columns)) })
  if (found.kind === 'step' || found.value.kind !== 'query') return found
  return settleValues(situation, found.value.reading)
}

type Asking = { readonly question: string; readonly isStrict: boolean }

function findReading(
  situation: Situation,
  tables: readonly Table[],
  { question, isStrict }: Asking,
): Known<Resolution> {
  const absent = readAbsent(situation, tables, question)
  if (absent.kind === 'step') return absent
  if (absent.value !== null) return known(absent.value)
  const named = readNamedJoin(situation, tables, question)
  if (named.kind === 'step') return named
  if (named.value !== null) return known(named.value)
  const first = tables.map((table) => readTable(question, table, null))
  const possible = first.filter((each) => each.kind === 'query')
  const finished = finishReadings(situation, possible, question)
  if (finished.kind === 'step') return finished
  const decided = decideReading(finished.value, question, situation.turn)
  if (decided !== null) return known(decided)
  const failed = first.map((each) => finished.value.find(({ table }) => table === each.table) ?? each)
  const open = openQuestion(failed, question)
  const joined = open === null ? readJoined(situation, tables, question) : known(null)
  if (joined.kind === 'step') return joined
  if (joined.value !== null) return known(joined.value)
  const byName = readNamedValues(situation, failed, question)
  if (byName.kind === 'step') return byName
  const closest = byName.value.map(({ reading }) => reading)
  const decidedByName = decideReading(closest, question, situation.turn)
  if (decidedByName !== null) return known(decidedByName)
  const bare = readWithoutAside(situation, question, (rest) =>
    findReading(situation, tables, { question: rest, isStrict: true }),
  )
  if (bare.kind === 'step') return bare
  if (bare.value !== null) return known(bare.value)
  // Only now: "oil changes" may be a value, and ask for no change.
  if (open !== null) return known(open)
  const loosely = isStrict ? known(null) : findLoosely(situation, byName.value, { tables, question })
  if (loosely.kind === 'step') return loosely
  if (loosely.value !== null || isStrict)
    return known(loosely.value ?? { kind: 'refused', step: explainProblems(closest) })
  const passed = readWithoutUnknown(situation, byName.value, {
    question,
    find: (rest) => findReading(situation, tables, { question: rest, isStrict: true }),
  })
  if (passed.kind === 'step') return passed
  return known(passed.value ?? { kind: 'refused', step: explainProblems(closest) })
}

/** "customer country" is of the second table. "how many members joined" is, too, but one file alone says it. */
function readNamedJoin(situation: Situation, tables: readonly Table[], question: string): Known<Resolution | null> {
  const named = secondTablesNamed(question, tables)
  if (named.length === 0) return known(null)
  const first = named.map((table) => readTable(question, table, null)).filter((each) => each.kind === 'query')
  const alone = finishReadings(situation, first, question)
  if (alone.kind === 'step') return alone
  return alone.value.some((each) => each.kind === 'query') ? known(null) : readJoined(situation, tables, question)
}

/** With words taken for others that they come near to, else with the rows offered for a noun. */
function findLoosely(
  situation: Situation,
  failed: readonly Worded[],
  { tables, question }: { readonly tables: readonly Table[]; readonly question: string },
): Known<Resolution | null> {
  const loose = readLoosely(situation, failed)
  if (loose.kind === 'step') return loose
  const decided = decideReading(loose.value.readings, question, situation.turn)
  if (decided !== null) return known(decided)
  const joined = readJoined(situation, tables, question, finishFreely)
  if (joined.kind === 'step') return joined
  if (joined.value !== null) return known(joined.value)
  if (loose.value.open !== null) return known({ kind: 'open', ...loose.value.open })
  const read = failed.map(({ reading }) => reading)
  return offerRows(situation, read, question)
}

/** Readings over two tables with names as one value, and with words taken for others that they come near to. */
function finishFreely(
  situation: Situation,
  readings: readonly Interpretation[],
  question: string,
): Known<readonly Interpretation[]> {
  const possible = readings.filter((each) => each.kind === 'query')
  const finished = finishReadings(situation, possible, question)
  if (finished.kind === 'step') return finished
  const failed = [...finished.value, ...readings.filter((each) => each.kind === 'problem')]
  const byName = readNamedValues(situation, failed, question)
  if (byName.kind === 'step') return byName
  const named = byName.value.map(({ reading }) => reading)
  if (named.some(({ kind }) => kind === 'query')) return known(named)
  const loose = readLoosely(situation, byName.value)
  return loose.kind === 'step' ? loose : known(loose.value.readings)
}
