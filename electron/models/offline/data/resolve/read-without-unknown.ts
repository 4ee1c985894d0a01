import type { Situation } from '../../ask-tool.ts'
import { auxiliaries, bindingPrepositions, subjects } from '../../grammar/binding-words.ts'
import { enumerate, plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import type { Table } from '../columns/table-columns.ts'
import { wordsOfTable } from '../columns/words-of-table.ts'
import type { Worded } from '../values/read-named-values.ts'
import { articles, mayPassOver } from '../words/may-pass-over.ts'
import type { Phrase } from '../words/phrase.ts'
import { readPhrases } from '../words/read-phrases.ts'
import { splitQuestion } from '../words/split-question.ts'
import { unknownSentence } from './explain-problems.ts'
import type { Reading, Resolution } from './resolution.ts'

/** Of more unknown words a question is about something else. */
const mostUnknown = 2

type Find = (question: string) => Known<Resolution>

/**
 * What a question comes to without the words that nobody knows: answered, and told, where their place says that they
 * restrict nothing; offered as a question where they may. Null where the rest is no whole question over the same table.
 */
export function readWithoutUnknown(
  { turn }: Situation,
  failed: readonly Worded[],
  { question, find }: { readonly question: string; readonly find: Find },
): Known<Resolution | null> {
  const unknown = failed.flatMap((each) => unknownIn(each, question) ?? [])
  const fewest = Math.min(...unknown.map(({ words }) => words.length))
  for (const { table, words } of unknown.filter((each) => each.words.length === fewest)) {
    const said = { question, phrases: phrasesOf(question, table), columns: table.columns, unknown: words }
    const isIdle = words.every((word) => mayPassOver(word, said))
    const rest = withoutWords(question, words)
    const found = find(rest)
    if (found.kind === 'step') return found
    if (found.value.kind !== 'query' || found.value.reading.table !== table || saysLittle(found.value.reading)) continue
    const { reading } = found.value
    // Of "total *revenue* by *site*" nothing worth asking is left.
    if (!isIdle && partsOf(reading) < words.length && !question.includes(words.join(' '))) continue
    if (!isIdle) return known(offered(words, { rest, table, asked: turn.question }))
    const told = `passed over ${enumerate(words.map((word) => `“${plainText(word)}”`))}: nothing here is called so`
    return known({ kind: 'query', reading: { ...reading, assumptions: [told, ...reading.assumptions] } })
  }
  return known(null)
}

function offered(
  words: readonly string[],
  { rest, table, asked }: { readonly rest: string; readonly table: Table; readonly asked: string },
): Resolution {
  const prompt = `${unknownSentence(words, [{ table }])} Shall I leave ${words.length === 1 ? 'it' : 'them'} out?`
  // Of which file it was asked is no part of what is read.
  const isNamed = asked.includes(table.name) && !rest.includes(table.name)
  const choice = isNamed ? `${rest.replace(/[?.!\s]+$/, '')} in ${table.name}` : rest
  return { kind: 'open', prompt, choices: [choice, `Describe ${table.name}`] }
}

type Unknown = { readonly table: Table; readonly words: readonly string[] }

/** Null where anything else is in the way, or a word that is known otherwise. */
function unknownIn({ reading }: Worded, question: string): Unknown | null {
  if (reading.kind === 'query' || reading.problems.some(({ kind }) => kind !== 'unexplained')) return null
  const { table } = reading
  const words = [...new Set(reading.problems.flatMap((each) => (each.kind === 'unexplained' ? [each.words] : [])))]
  const said = splitQuestion(question).map(({ text }) => text)
  const isUnknown = (word: string) =>
    /^\p{L}{2,}$/u.test(word) && said.includes(word) && phrasesOf(word, table).every(({ kind }) => kind === 'open')
  return words.length > 0 && words.length <= mostUnknown && words.every(isUnknown) ? { table, words } : null
}

const none: ReadonlySet<string> = new Set()

function phrasesOf(text: string, table: Table): readonly Phrase[] {
  const tableWords = wordsOfTable(table)
  return readPhrases(splitQuestion(text), { columns: table.columns, tableWords, valueWords: none, passedWords: none })
}

/** With the words their prepositions go, unless something else follows that these lead to: "in the *dusty* racks". */
function withoutWords(question: string, words: readonly string[]): string {
  const tokens = splitQuestion(question)
  const lowerAt = (index: number) => tokens[index]?.text.toLowerCase() ?? ''
  const unknown = tokens.flatMap(({ text }, index) => (words.includes(text) ? [index] : []))
  const gone = new Set(unknown)
  for (const index of unknown) {
    const isLast = tokens[index + 1] === undefined || bindingPrepositions.has(lowerAt(index + 1))
    let lead = index - 1
    while (gone.has(lead) || articles.has(lowerAt(lead))) lead -= 1
    // "among our runners", and "tips our waiters pocket"
    const first = bindingPrepositions.has(lowerAt(lead)) ? lead : lead + 1
    if (isLast) for (let each = first; each < index; each++) gone.add(each)
    // "we *serve*", "did *break*", "did we *uncork*"
    const subject = subjects.has(lowerAt(index - 1)) ? index - 1 : index
    const verb = auxiliaries.has(lowerAt(subject - 1)) ? subject - 1 : subject
    for (let each = verb; each < index; each++) gone.add(each)
  }
  return [...gone]
    .toSorted((a, b) => b - a)
    .reduce((rest, index) => rest.slice(0, tokens[index]?.from) + rest.slice(tokens[index]?.to), question)
    .replaceAll(/\s+(?=[\s?.!,;:]|$)/g, '')
    .replace(danglingEnd, '')
    .trim()
}

/** What is left where the name of a file was cut off behind it. */
const danglingEnd = /\s+(?:in|of|from|for)$/i

/** How many columns a question computes, splits by or filters by. */
function partsOf({ request }: Reading): number {
  const { figures, filters, groups, subjects: compared, having } = request
  return [figures, filters, groups, compared, having].reduce((sum, { length }) => sum + length, 0)
}

/** All rows, or how many there are of them: then the words that are gone were what was asked. */
function saysLittle(reading: Reading): boolean {
  const { rank, chart, analysis, isUnasked } = reading.request
  const isBare = partsOf(reading) === 0
  return isUnasked || (isBare && chart === null && rank === null && analysis.kind === 'plain')
}
