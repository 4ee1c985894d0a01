import { absenceWays, splitsWhat } from '../../grammar/absence.ts'
import type { Situation } from '../../ask-tool.ts'
import { plainText } from '../../markdown.ts'
import { answer, known, type Known } from '../../step.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import { partsOf, type Table } from '../columns/table-columns.ts'
import { rowsNameOf } from '../columns/words-of-table.ts'
import { finishReadings, readTable } from '../resolve/finish-readings.ts'
import { decideReading } from '../resolve/decide-reading.ts'
import type { Interpretation } from '../resolve/interpret-question.ts'
import type { Resolution } from '../resolve/resolution.ts'
import { identifier } from '../sql/sql-parts.ts'
import { findJoins, type Join } from './find-joins.ts'
import { fromTable } from './from-clause.ts'
import { proveJoins } from './prove-joins.ts'

/**
 * "how many customers have no orders", "which products were never ordered": a question over those rows of one table whose
 * key is nowhere in another. No row of the other tells that. Null where nothing of the kind is asked.
 */
export function readAbsent(situation: Situation, tables: readonly Table[], question: string): Known<Resolution | null> {
  const asked = findJoins(tables).flatMap((join) => {
    const said = join.isNamed ? absenceIn(question, join) : null
    return said === null ? [] : [{ join, ...said }]
  })
  if (asked.length === 0) return known(null)
  const proved = proveJoins(
    situation,
    asked.map(({ join }) => join),
  )
  if (proved.kind === 'step') return proved
  const held = asked.filter(({ join }) => proved.value.some((proof) => proof.join === join))
  const partly = held.find(({ isPartly }) => isPartly)
  if (partly !== undefined) return known({ kind: 'refused', step: answer(partlySentence(partly.join)) })
  const readings: Interpretation[] = []
  for (const { join, rest } of held) {
    const read = readTable(rest, absentOf(join), null)
    if (read.kind !== 'query') continue
    const finished = finishReadings(situation, [read], rest)
    if (finished.kind === 'step') return finished
    const whole = finished.value.filter((each) => each.kind === 'query')
    readings.push(...whole.map((each) => ({ ...each, assumptions: [absenceSentence(join), ...each.assumptions] })))
  }
  return known(decideReading(readings, question, situation.turn))
}

/** The rows of `one` that no row of `many` holds the key of. */
function absentOf({ many, one, key }: Join): Table {
  const [held, unique] = [identifier(key.many.name), identifier(key.one.name)]
  const sql = `(SELECT o.* FROM ${fromTable(one)} AS o\n WHERE NOT EXISTS (SELECT 1 FROM ${fromTable(many)} AS m WHERE m.${held} = o.${unique}))`
  return { ...one, derived: { sql, parts: partsOf(one) } }
}

function absenceSentence({ many, one, key }: Join): string {
  const [from, to, held, unique] = [many.name, one.name, key.many.name, key.one.name].map(
    (each) => `*${plainText(each)}*`,
  )
  return `only rows of ${to} whose ${unique} is nowhere in ${held} of ${from}`
}

function partlySentence({ many, one }: Join): string {
  const [from, to] = [many.name, one.name].map((each) => `*${plainText(each)}*`)
  return `I can tell which rows of ${to} have none in ${from} at all, but not which have none of a certain kind or time there. Ask again without that condition.`
}

type Absence = {
  /** What is left of the question. */
  readonly rest: string
  /** Whether more is said of what is not there: "customers without orders *in May*". */
  readonly isPartly: boolean
}

/** Null where it is not said that rows of `one` have none of `many`. */
function absenceIn(question: string, { many, one }: Join): Absence | null {
  const [missing, head] = [rowsNameOf(many), rowsNameOf(one)]
  if (missing === '' || head === '' || missing === head) return null
  for (const way of absenceWays) {
    const match = way.exec(question)
    const word = match?.groups?.['word']?.toLowerCase() ?? ''
    if (match === null || !saysRows(word, missing)) continue
    const [before, behind] = [question.slice(0, match.index), question.slice(match.index + match[0].length)]
    if (!wordsOfName(before).includes(head)) continue
    const isEnd = /^[\s?.!]*$/.test(behind) || splitsWhat.test(behind)
    return { rest: `${before} ${behind}`.replaceAll(/\s+/g, ' ').trim(), isPartly: !isEnd }
  }
  return null
}

/** "orders" and "ordered" are what `orders.csv` holds. */
function saysRows(word: string, missing: string): boolean {
  return (
    normalWord(word) === missing ||
    [word.replace(/e?d$/, ''), word.replace(/d$/, '')].includes(missing) ||
    stemOf(word) === stemOf(missing)
  )
}
