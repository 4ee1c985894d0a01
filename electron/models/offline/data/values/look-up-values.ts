import { lightWords } from '../../grammar/stop-words.ts'
import type { Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import type { Table } from '../columns/table-columns.ts'
import type { Interpretation } from '../resolve/interpret-question.ts'
import type { ValueHit, ValueLookup } from '../request/request.ts'
import { literal } from '../sql/sql-parts.ts'
import { nearestHits, valueForms, valuePhrases } from './find-values.ts'
import { keyOfValue, searchValues, textValues } from './search-values.ts'
import { leadsOn, runsOf } from './runs-of.ts'

/** What is looked up where: the open words of a reading over one table. */
export type OpenReading = Pick<Interpretation, 'table' | 'open' | 'doubtful'>

/**
 * Looks up the open words of each reading among its table's values, all tables at once. The first time all that the
 * person wrote is looked up in a file, so that no other reading of it needs to look again.
 */
export function lookUpValues(
  situation: Situation,
  readings: readonly OpenReading[],
): Known<readonly NonNullable<ValueLookup>[]> {
  const { runs, forms: written } = writtenIn(situation.turn.question)
  const results = searchValues(
    situation,
    readings.map((reading) => {
      const phrases = phrasesOf(reading)
      const others = formsOf(phrases.filter((phrase) => !isPutTogether(phrase, runs)))
      for (const form of written) others.delete(form)
      const wanted = phrases.length === 0 ? [] : [written, others].map((each) => [...each])
      return { table: reading.table, queriesFor: (part) => wanted.flatMap((each) => exactQuery(part, each) ?? []) }
    }),
  )
  if (results.kind === 'step') return results
  return known(
    readings.map((reading, index) => {
      const hits = results.value[index] ?? []
      const light = lightIn(reading)
      return new Map(
        phrasesOf(reading).map((phrase) => [
          phrase,
          nearestHits(phrase, hits).filter((hit) => !isByChance(phrase, hit, light)),
        ]),
      )
    }),
  )
}

type Written = { readonly runs: ReadonlySet<string>; readonly forms: ReadonlySet<string> }

/** More would make long queries of pasted pages: there each reading looks its own words up. */
const mostRuns = 160

/** Every step of a turn asks for the same again. */
function writtenIn(question: string): Written {
  if (lastWritten?.question === question) return lastWritten.written
  const runs = runsOf(question)
  const written = { runs, forms: runs.size > mostRuns ? new Set<string>() : formsOf(runs) }
  lastWritten = { question, written }
  return written
}

let lastWritten: { readonly question: string; readonly written: Written } | null = null

/** The words of grammar in small letters that a reading leaves open, but for quoted ones. */
function lightIn({ open, doubtful }: OpenReading): ReadonlySet<string> {
  const words = [...open, ...doubtful].flatMap((phrase) => (phrase.isQuoted ? [] : phrase.words))
  return new Set(words.filter((word) => lightWords.has(word)))
}

/** "show up" is not the film `Up`, though `up` may be a direction. */
function isByChance(phrase: string, { value }: ValueHit, light: ReadonlySet<string>): boolean {
  return light.has(phrase) && value !== phrase
}

function phrasesOf({ open, doubtful }: OpenReading): string[] {
  return [...new Set([...open, ...doubtful].flatMap(({ words, isQuoted }) => valuePhrases(words, isQuoted)))]
}

/** Words that were written, but not beside one another, name nothing together. */
function isPutTogether(phrase: string, runs: ReadonlySet<string>): boolean {
  return !runs.has(phrase) && phrase.split(' ').every((word) => runs.has(word) || leadsOn.has(word))
}

function formsOf(phrases: Iterable<string>): Set<string> {
  return new Set([...phrases].flatMap((phrase) => valueForms(phrase).flat()))
}

function exactQuery(table: Table, forms: readonly string[]): string | null {
  if (forms.length === 0) return null
  const wanted = `IN (${forms.map(literal).join(', ')})`
  return `SELECT "column", "value" FROM (\n${textValues(table)}\n) WHERE lower(trim("value")) ${wanted} OR ${keyOfValue} ${wanted}`
}
