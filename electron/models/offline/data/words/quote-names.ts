import { missingWords, presentWords } from '../../grammar/negations.ts'
import type { Situation } from '../../ask-tool.ts'
import { known, type Known } from '../../step.ts'
import { isValue } from '../values/is-value.ts'
import { lookUpValues, type OpenReading } from '../values/look-up-values.ts'
import { leadsOn, longestRun } from '../values/runs-of.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { OpenPhrase } from './phrase.ts'
import type { ValueLookup } from '../request/request.ts'
import { splitQuestion, type Token } from './split-question.ts'
import type { Column } from '../columns/table-columns.ts'

export type Quoted = { readonly question: string; readonly lookup: NonNullable<ValueLookup> }

/**
 * A question with the names of values in quotes that hold numbers, marks or words of the grammar ("Halle 2", "150000 to
 * 199999", "Eating out"), for each reading of it, with all that was looked up. They are values spelt as they are.
 */
export function quoteNames(
  situation: Situation,
  readings: readonly OpenReading[],
  question: string,
): Known<readonly Quoted[]> {
  const names = namesIn(question, readings)
  const named = names.map(({ from, to }): OpenPhrase => {
    return { kind: 'open', words: [question.slice(from, to)], isQuoted: true, from, to }
  })
  const lookups = lookUpValues(
    situation,
    readings.map(({ table, open, doubtful }) => ({ table, open: [...named, ...open], doubtful })),
  )
  if (lookups.kind === 'step') return lookups
  return known(
    readings.map(({ table }, index) => {
      const lookup = lookups.value[index] ?? new Map()
      return { question: withQuotes(question, names, { lookup, columns: table.columns }), lookup }
    }),
  )
}

type Name = { readonly from: number; readonly to: number; readonly isAlone: boolean; readonly before: string | null }

/** Runs of words, numbers and marks that nothing but blanks or marks parts, longest first from each place. */
function namesIn(question: string, readings: readonly OpenReading[]): readonly Name[] {
  const tokens = splitQuestion(question)
  const unknown = readings.flatMap(({ open, doubtful }) => [...open, ...doubtful].flatMap(({ words }) => words))
  const open = new Set(unknown.map((word) => word.toLowerCase()))
  return tokens.flatMap((first, start) => {
    const before = tokens[start - 1]
    const word = before?.kind === 'word' && !isApart(question, before, first) ? before.text : null
    const run = tokens.slice(start, start + longestRun)
    const lengths = lengthsOfName(question, run).filter((length) =>
      run.slice(0, length).some((token, index) => isTelling(token, { open, isFirst: start + index === 0 })),
    )
    return lengths.map((length) => {
      const to = tokens[start + length - 1]?.to ?? first.to
      return { from: first.from, to, isAlone: length === 1, before: word }
    })
  })
}

/** Words that all have a meaning of their own are no name, unless one is written as a name. */
function isTelling(token: Token, { open, isFirst }: { readonly open: ReadonlySet<string>; readonly isFirst: boolean }) {
  if (token.kind !== 'word') return true
  return open.has(token.text.toLowerCase()) || isStateWord(token.text) || (!isFirst && /^\p{Lu}|\d/u.test(token.text))
}

function lengthsOfName(question: string, run: readonly Token[]): readonly number[] {
  const end = run.findIndex((token, index) => token.kind === 'quoted' || endsName(question, run[index - 1], token))
  const lengths = Array.from({ length: end === -1 ? run.length : end }, (_, index) => index + 1)
  const isWhole = (length: number) =>
    !isDash(question, run.slice(0, length)) && !leadsOn.has(run[length - 1]?.text ?? '')
  return lengths.filter(isWhole).toReversed()
}

/** "with pain - how many": a mark with a blank beside it ends no name and begins none. */
function isDash(question: string, tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return (
    (first?.kind === 'mark' && /\s/.test(question[first.to] ?? ' ')) ||
    (last?.kind === 'mark' && /\s/.test(question[last.from - 1] ?? ' '))
  )
}

/** "Room 12: Old Maps" may be one name. */
function endsName(question: string, before: Token | undefined, next: Token): boolean {
  return before !== undefined && /[^\s:,]/.test(question.slice(before.to, next.from))
}

/** A comma or the end of a sentence parts what stands on its sides. */
function isApart(question: string, before: Token | undefined, next: Token): boolean {
  return before !== undefined && /[^\s]/.test(question.slice(before.to, next.from))
}

/** The question with every name that was found in quotes. A single word is one only right behind its column. */
function withQuotes(
  question: string,
  names: readonly Name[],
  { lookup, columns }: { readonly lookup: NonNullable<ValueLookup>; readonly columns: readonly Column[] },
): string {
  let quoted = question
  let until = 0
  const found: Name[] = []
  for (const name of names) {
    const hits = lookup.get(question.slice(name.from, name.to).toLowerCase()) ?? []
    const named = name.before === null ? null : matchColumns([name.before], columns)
    const isOfColumn = hits.some((hit) => named?.columns.some((column) => column.name === hit.column))
    const isName =
      !name.isAlone ||
      isOfColumn ||
      isNumberOfName(question, name, lookup) ||
      isStateWord(question.slice(name.from, name.to))
    if (name.from < until || hits.length === 0 || !isName) continue
    found.push(name)
    until = name.to
  }
  for (const { from, to } of found.toReversed())
    quoted = `${quoted.slice(0, from)}"${question.slice(from, to)}"${quoted.slice(to)}`
  return quoted
}

/** "absent", "present": a word for what is missing or there, which may be a value by itself. */
function isStateWord(text: string): boolean {
  return missingWords.has(text.toLowerCase()) || presentWords.has(text.toLowerCase())
}

/** "Fiat 500", "00501": a number that follows another value, or that no figure would be written as. */
function isNumberOfName(question: string, { from, to, before }: Name, lookup: NonNullable<ValueLookup>): boolean {
  const text = question.slice(from, to)
  return /^0\d+$/.test(text) || (/^\d+$/.test(text) && before !== null && isValue(before, lookup))
}
