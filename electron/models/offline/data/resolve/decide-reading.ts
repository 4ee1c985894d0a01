import type { Turn } from '../../read-turn.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { mentionedWords } from '../../mention-files.ts'
import { maxChoices, type Reading, type Resolution } from './resolution.ts'
import { literal } from '../sql/sql-parts.ts'
import type { Interpretation } from './interpret-question.ts'
import { answer } from '../../step.ts'

/**
 * The best of the readings that explain every word: of the table whose whole name is in the question, else the one that
 * fits best, else of the table the last answer was about, which is said. Equal ones become an open question; null when
 * there is none at all.
 */
export function decideReading(readings: readonly Interpretation[], question: string, turn: Turn): Resolution | null {
  const complete = readings.filter((each) => each.kind === 'query')
  const named = best(complete, ({ table }) => longMention(question, table.name))
  const equals = bestOfLists(named, question)
  const [winner] = equals
  if (winner === undefined) return null
  if (equals.length === 1) return { kind: 'query', reading: winner }
  const before = equals.find(({ table }) => table.name === lastTable(turn, equals))
  if (before !== undefined) return { kind: 'query', reading: withAssumption(before, equals) }
  return askWhichTable(question, equals)
}

/**
 * The lists in the rows of `orders.json` are `orders.json#items`. Where either could answer it is the items when they are
 * named, else what fits best, else the rows.
 */
function bestOfLists(readings: readonly Reading[], question: string): readonly Reading[] {
  const wholeOf = (name: string) => readings.find(({ table }) => name.startsWith(`${table.name}#`))
  const isNamed = (name: string) => mentionedWords(question, name.slice(name.indexOf('#') + 1)) > 0
  const lists = readings.filter(({ table: { name } }) => wholeOf(name) !== undefined && isNamed(name))
  const wholes = lists.map(({ table }) => wholeOf(table.name))
  const equals = best(
    readings.filter((each) => !wholes.includes(each)),
    ({ quality }) => quality,
  )
  return equals.filter(({ table }) => !equals.some((each) => table.name.startsWith(`${each.table.name}#`)))
}

/** A name of one word is often a word of the question too; only longer ones speak for themselves. */
function longMention(question: string, name: string): number {
  const words = mentionedWords(question, name)
  return words >= 2 ? words : 0
}

function best<Each>(all: readonly Each[], worth: (each: Each) => number): readonly Each[] {
  const most = Math.max(...all.map(worth))
  return all.filter((each) => worth(each) === most)
}

/** The table the last answer that was about one of these was made from. */
function lastTable({ earlier }: Turn, readings: readonly Reading[]): string | null {
  for (const { exchanges } of earlier.toReversed()) {
    const asked = exchanges.filter(({ name }) => name === 'query_data' || name === 'chart').at(-1)
    if (asked === undefined) continue
    const sql = JSON.stringify(asked.input)
    const found = readings.filter(({ table }) => sql.includes(JSON.stringify(literal(table.name)).slice(1, -1)))
    return found.length === 1 ? (found[0]?.table.name ?? null) : null
  }
  return null
}

function withAssumption(chosen: Reading, equals: readonly Reading[]): Reading {
  const others = enumerate(
    equals.filter((each) => each !== chosen).map(({ table }) => `*${plainText(table.name)}*`),
    'or',
  )
  const said = `took *${plainText(chosen.table.name)}* as before; ${others} could answer this too`
  return { ...chosen, assumptions: [...chosen.assumptions, said] }
}

function askWhichTable(question: string, equals: readonly Reading[]): Resolution {
  const names = equals.slice(0, 12).map(({ table }) => `*${plainText(table.name)}*`)
  const prompt = `More than one table could answer this: ${enumerate(names, 'or')}. Which one do you mean?`
  if (equals.length > maxChoices) return { kind: 'refused', step: answer(`${prompt} Ask again and add its name.`) }
  return { kind: 'open', prompt, choices: equals.map(({ table }) => `${question} in ${quoted(table.name)}`) }
}

/** As `nameFiles` finds it again. */
function quoted(name: string): string {
  return /^[\p{L}\p{N}_./-]+(#[\p{L}\p{N}_-]+)?$/u.test(name) ? name : `"${name}"`
}
