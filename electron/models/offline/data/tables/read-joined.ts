import type { Situation } from '../../ask-tool.ts'
import { formatFigure } from '../../format-figure.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { wordsOfFile } from '../../mention-files.ts'
import { answer, known, type Known } from '../../step.ts'
import { wordsOfName } from '../../words.ts'
import { finishReadings, readTable } from '../resolve/finish-readings.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { findJoins, joinClause, type Join } from './find-joins.ts'
import { wordForJoin } from './word-for-join.ts'
import { wordForThing } from '../words/word-for-thing.ts'
import { withoutThing } from '../words/without-thing.ts'
import type { Interpretation } from '../resolve/interpret-question.ts'
import { proveJoins, type ProvedJoin } from './prove-joins.ts'
import type { Reading, Resolution } from '../resolve/resolution.ts'
import type { Figure } from '../request/request.ts'
import { identifier } from '../sql/sql-parts.ts'
import type { Column, Table } from '../columns/table-columns.ts'

/** More pairs than this are not looked into for one question. */
const mostJoins = 8

/** The tables a question is about may be two: figures of one, split or filtered by columns of the other. */
export function readJoined(
  situation: Situation,
  tables: readonly Table[],
  question: string,
  finish: Finish = finishPlainly,
): Known<Resolution | null> {
  const joins = findJoins(tables).map((join) => ({ join, wording: wordForJoin(question, join) }))
  const withKey = joins.filter(({ wording }) => wording !== question)
  const asWritten = withKey.length > 0 ? withKey : joins
  const isChanged = ({ wording }: Worded) => wording !== question
  const things = joins.map(withThings).filter(isChanged)
  const bare = joins.map(withoutThings).filter(isChanged)
  for (const worded of [asWritten, things, bare]) {
    const held = readHeld(situation, worded, finish)
    if (held.kind === 'step') return held
    const chosen = chooseJoin(held.value)
    if (chosen !== null) return known(chosen)
  }
  return known(null)
}

type Worded = { readonly join: Join; readonly wording: string }

function withThings({ join, wording }: Worded): Worded {
  return { join, wording: wordForThing(wording, join) }
}

function withoutThings({ join, wording }: Worded): Worded {
  return { join, wording: withoutThing(wording, join) }
}

/** Readings of one wording, with all values looked up. */
type Finish = (
  situation: Situation,
  readings: readonly Interpretation[],
  wording: string,
) => Known<readonly Interpretation[]>

function finishPlainly(situation: Situation, readings: readonly Interpretation[], wording: string) {
  const possible = readings.filter(({ kind }) => kind === 'query')
  return finishReadings(situation, possible, wording)
}

type Held = { readonly reading: Reading; readonly proof: ProvedJoin }

/** The readings that need both tables, over joins that hold in the data. */
function readHeld(situation: Situation, joins: readonly Worded[], finish: Finish): Known<readonly Held[]> {
  const read = joins
    .map((each) => ({ ...each, reading: readTable(each.wording, each.join.table, null) }))
    .filter(({ reading }) => finish !== finishPlainly || reading.kind === 'query')
  if (read.length === 0 || read.length > mostJoins) return known([])
  const complete: { reading: Reading; join: Join }[] = []
  for (const [wording, each] of Map.groupBy(read, (one) => one.wording)) {
    const readings = each.map(({ reading }) => reading)
    const finished = finish(situation, readings, wording)
    if (finished.kind === 'step') return finished
    for (const reading of finished.value) {
      const join = each.find((one) => one.join.table === reading.table)?.join
      if (reading.kind === 'query' && join !== undefined && isOfBoth(reading, join)) complete.push({ reading, join })
    }
  }
  const proved = proveJoins(
    situation,
    complete.map(({ join }) => join),
  )
  if (proved.kind === 'step') return proved
  return known(
    complete.flatMap(({ reading, join }) => {
      const proof = proved.value.find((each) => each.join === join)
      return proof === undefined ? [] : [{ reading, proof }]
    }),
  )
}

/** The best of them; a question where two are as good. */
function chooseJoin(holding: readonly Held[]): Resolution | null {
  const best = Math.max(...holding.map(({ reading }) => reading.quality))
  const equals = holding.filter(({ reading }) => reading.quality === best)
  // Where either table may come first, it is the one whose figures are asked for.
  const ofFirst = equals.filter(({ reading, proof }) => repeatedFigure(reading, proof) === null)
  const [chosen, ...others] = ofFirst.length > 0 ? ofFirst : equals
  if (chosen === undefined) return null
  const isSamePair = others.every(
    ({ proof }) => proof.join.many === chosen.proof.join.one && proof.join.key.many === chosen.proof.join.key.one,
  )
  return isSamePair ? resolveJoin(chosen.reading, chosen.proof) : askWhichKey([chosen, ...others])
}

/**
 * The tables whose columns a question names as theirs: in "customer country" with a customer's table beside, the country of
 * the customer is meant, and no other; and a column's own name comes before another word for one.
 */
export function secondTablesNamed(question: string, tables: readonly Table[]): readonly Table[] {
  const asked = ` ${wordsOfName(question).join(' ')} `
  const named = findJoins(tables).filter((join) => {
    const { many, one, added, key, isNamed } = join
    const isColumn = ({ name }: Column) =>
      asked.includes(` ${[...wordsOfFile(one.name), ...wordsOfName(name)].join(' ')} `)
    // "by category", where the first table has only a `customer_type`; "which tool", where it has only a `tool_id`.
    const isOnlyThere = ({ name }: Column) => {
      const words = wordsOfName(name)
      const match = asked.includes(` ${words.join(' ')} `) ? matchColumns(words, many.columns) : null
      return match !== null && (match.level === 'synonym' || (match.level === 'part' && match.columns[0] === key.many))
    }
    const columns = [...added.values()]
    return wordForJoin(question, join) !== question || (isNamed && columns.some(isColumn)) || columns.some(isOnlyThere)
  })
  return [...new Set(named.map(({ one }) => one))]
}

function isOfBoth({ query }: Reading, join: Join): boolean {
  return neededColumns(query.sql, join).length > 0
}

/** Which columns of the second table the query uses outside of the join itself. */
function neededColumns(sql: string, { table, added }: Join): readonly string[] {
  const own = sql.replaceAll(table.derived?.sql ?? '', '')
  return [...added.keys()].filter((name) => own.includes(identifier(name)))
}

/** A reading over a join: with what must be told of it, or refused where rows would count more than once. */
export function resolveJoin(reading: Reading, joined: ProvedJoin): Resolution {
  const { join, alone } = joined
  const repeated = repeatedFigure(reading, joined)
  if (repeated !== null) return { kind: 'refused', step: answer(repeatedSentence(repeated, join)) }
  const told = [joinSentence(join, alone), ...reading.assumptions]
  return { kind: 'query', reading: { ...withJoin(reading, joined), assumptions: told } }
}

/** The join as it is shown: with those columns of the second table alone that the query uses. */
export function withJoin(reading: Reading, joined: ProvedJoin): Reading {
  const { join } = joined
  const from = joinClause(join, neededColumns(reading.query.sql, join))
  const sql = reading.query.sql.replaceAll(join.table.derived?.sql ?? '', () => from)
  return { ...reading, joined, query: { ...reading.query, sql } }
}

function repeatedFigure({ request }: Reading, { join, isOneToOne }: ProvedJoin): Figure | null {
  if (isOneToOne) return null
  const figures = [...request.figures, ...request.having.flatMap(({ figure }) => figure ?? [])]
  return figures.find((figure) => isRepeated(figure, join)) ?? null
}

/** A row of the second table stands beside several of the first: only its extremes and different values are the same. */
function isRepeated({ aggregate, column, other }: Figure, { added }: Join): boolean {
  const isHarmless = aggregate === 'min' || aggregate === 'max' || aggregate === 'count'
  return !isHarmless && (added.has(column.name) || (other !== null && added.has(other.name)))
}

function repeatedSentence({ column }: Figure, { many, one }: Join): string {
  const [name, from, to] = [column.name, many.name, one.name].map((each) => `*${plainText(each)}*`)
  return `${name} is of ${to}, where one row stands for several of ${from}: computed over both it would count more than once. Ask for it in ${to} alone, or for its lowest or highest.`
}

function joinSentence({ many, one, key }: Join, alone: number): string {
  const [from, to, held, unique] = [many.name, one.name, key.many.name, key.one.name].map(
    (each) => `*${plainText(each)}*`,
  )
  const keys = key.many.name === key.one.name ? `${held} is the same` : `${held} is ${unique}`
  const rows = `${formatFigure(alone)} ${alone === 1 ? 'row' : 'rows'} of ${from}`
  const partners =
    alone === 0 ? `every row of ${from} has its partner` : `${rows} without a partner count as missing there`
  return `joined ${from} with ${to} where ${keys}: ${partners}`
}

function askWhichKey(equals: readonly { readonly proof: ProvedJoin }[]): Resolution {
  const ways = equals.map(({ proof: { join } }) => {
    const [from, to, held, unique] = [join.many.name, join.one.name, join.key.many.name, join.key.one.name].map(
      (each) => `*${plainText(each)}*`,
    )
    return `${held} of ${from} with ${unique} of ${to}`
  })
  const sentence = `I would need two tables for this and can put them together in more than one way: ${enumerate(ways, 'or')}. I will not guess which.`
  return { kind: 'refused', step: answer(sentence) }
}
