import { nounLeads } from '../../grammar/carrying-verbs.ts'
import { dayWords } from '../../grammar/name-units.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import { commandVerbs, jointWords } from '../../grammar/structure-words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isTemporal, isTruth, yesOf, type Column } from '../columns/table-columns.ts'
import { own, wordAt } from './grammar-entries.ts'
import { one, type Read } from './phrase.ts'
import { readColumn } from './read-columns.ts'
import { readGrammar } from './read-grammar.ts'
import type { ReadingOf } from './read-phrases.ts'
import type { Token } from './split-question.ts'

/**
 * A word as one of the grammar. Yes and no are values of a text column where no column is true or false; "absent" may be
 * one of `days_absent`.
 */
export function readOneWord(tokens: readonly Token[], at: number, { columns, valueWords }: ReadingOf): Read | null {
  const read = readGrammar(tokens, at, 1)
  if (isNoun(tokens, at) || isOwnNoun(tokens, at, { read, columns }) || hasObject(tokens, at, { read, columns }))
    return null
  const asksPresence = read?.said?.kind === 'truth' || read?.said?.kind === 'missing'
  if (asksPresence && valueWords.has(wordAt(tokens, at)))
    return one({ kind: 'open', words: [tokens[at]?.text ?? ''], isQuoted: false })
  if (read?.said?.kind === 'truth' && !columns.some(isTruth)) return null
  // "entry date" is a date, and "entry" a row.
  const dated = read?.said?.kind === 'rows' && dayWords.has(wordAt(tokens, at + 1))
  if (dated)
    return readColumn(tokens, at, { columns: columns.filter(isTemporal), lengths: [2], isExact: false }) ?? read
  if (read?.said?.kind === 'not' && namesYesOrNo(tokens, at, columns)) return null
  const match = read?.said?.kind === 'missing' ? matchColumns([wordAt(tokens, at)], columns) : null
  return match?.level === 'exact' || match?.level === 'part' ? null : read
}

/** "ended in a draw" draws nothing, and "tickets for the show" show nothing. */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1)
  return commandVerbs.has(wordAt(tokens, at)) && nounLeads.has(before) && own(jointWords, before) === undefined
}

type Before = { readonly read: Read | null; readonly columns: readonly Column[] }

/** "which plot", "the line with": what would draw a chart or name the rows is a column called so. "the plot of sales" is one. */
function isOwnNoun(tokens: readonly Token[], at: number, { read, columns }: Before): boolean {
  const kind = read?.said?.kind
  const isAsked = /^(?:which|what)$/.test(wordAt(tokens, at - 1))
  const isNamed = /^(?:the|a|an|each|every)$/.test(wordAt(tokens, at - 1)) && wordAt(tokens, at + 1) !== 'of'
  if ((kind !== 'chart' && kind !== 'rows') || !(isAsked || (isNamed && kind === 'chart'))) return false
  return matchColumns([wordAt(tokens, at)], columns)?.level === 'exact'
}

/** "plots that grow rye": what has an object is no change of a figure. */
function hasObject(tokens: readonly Token[], at: number, { read, columns }: Before): boolean {
  const isChange =
    read?.said?.kind === 'analysis' && read.said.analysis === 'change' && /^gr[oe]wn?$/.test(wordAt(tokens, at))
  const next = wordAt(tokens, at + 1)
  if (!isChange || !/^\p{L}{3,}$/u.test(next) || stopWords.has(next)) return false
  return readGrammar(tokens, at + 1, 1) === null && matchColumns([next], columns) === null
}

/** "did I skip", where a column tells what was skipped. */
function namesYesOrNo(tokens: readonly Token[], at: number, columns: readonly Column[]): boolean {
  const told = columns.filter((column) => isTruth(column) || yesOf(column) !== null)
  const isAfterDid = [at - 1, at - 2].some((place) => /^did$/i.test(wordAt(tokens, place)))
  return isAfterDid && matchColumns([wordAt(tokens, at)], told) !== null
}
