import type { Situation } from '../../ask-tool.ts'
import { mentionedWords, withoutMention } from '../../mention-files.ts'
import { known, type Known } from '../../step.ts'
import { interpretQuestion, type Interpretation } from './interpret-question.ts'
import { columnOfTableName, sayTableColumn } from '../columns/column-of-table-name.ts'
import { plainText } from '../../markdown.ts'
import { lookUpValues } from '../values/look-up-values.ts'
import { valueQuality } from '../request/reading-notes.ts'
import { tellValues } from '../values/tell-values.ts'
import { wordForTable } from '../tables/word-for-table.ts'
import type { ValueLookup } from '../request/request.ts'
import type { Table } from '../columns/table-columns.ts'

/** Looks values up in the most promising tables first, and in others only while they could still be as good. */
export function finishReadings(
  situation: Situation,
  first: readonly Interpretation[],
  question: string,
): Known<readonly Interpretation[]> {
  let waiting = first
  const finished: Interpretation[] = []
  while (waiting.length > 0) {
    const promise = Math.max(...waiting.map(bestQuality))
    const wave = waiting.filter((each) => bestQuality(each) === promise)
    waiting = waiting.filter((each) => !wave.includes(each))
    const lookups = lookUpValues(situation, wave)
    if (lookups.kind === 'step') return lookups
    finished.push(...wave.map(({ table }, index) => readTable(question, table, lookups.value[index] ?? new Map())))
    const reached = Math.max(...finished.map((each) => (each.kind === 'query' ? each.quality : 0)))
    waiting = waiting.filter((each) => bestQuality(each) >= reached)
  }
  return known(finished)
}

/**
 * A question over one table with what was looked up, and what was taken for words that are no value themselves. The
 * words that name the table are read as nothing else first, and as columns where that explains all of it.
 */
export function readTable(question: string, table: Table, lookup: ValueLookup): Interpretation {
  const readings = wordings(question, table).map((wording) => interpretQuestion(wording, table, lookup))
  const read =
    readings.find((each) => each.kind === 'query') ?? nearestOf(readings) ?? interpretQuestion('', table, lookup)
  if (read.kind === 'problem') return read
  const told = [...tellTableColumn(question, table), ...tellValues(read.request.filters, lookup)]
  return { ...read, assumptions: [...read.assumptions, ...told] }
}

/** "sectors" of a table that is by them are told to be its column of names. */
function tellTableColumn(question: string, table: Table): readonly string[] {
  const found = columnOfTableName(table)
  if (found === null || sayTableColumn(question, table) === question) return []
  return [`“${plainText(found.word)}” means the column *${plainText(found.column.name)}*`]
}

/** What is left to explain of a question should be as little as it can be; of equals the last, which has all its words. */
function nearestOf(readings: readonly Interpretation[]): Interpretation | undefined {
  const unexplained = (each: Interpretation) =>
    each.kind === 'query' ? 0 : each.problems.filter(({ kind }) => kind === 'unexplained').length
  return readings.toSorted((a, b) => unexplained(b) - unexplained(a)).at(-1)
}

/** A name of several words stands for the table; one word may be anything, and comes first as it is. */
function wordings(question: string, table: Table): readonly string[] {
  const asWritten = wordForTable(question, table)
  const unnamed = withoutMention(asWritten, table.name)
  if (unnamed === asWritten) return [asWritten]
  return mentionedWords(asWritten, table.name) > 1 ? [unnamed, asWritten] : [asWritten, unnamed]
}

/** What a reading's quality becomes if every open word turns out to be a value. */
function bestQuality({ quality, open }: Interpretation): number {
  return quality + valueQuality * open.reduce((count, { words }) => count + words.length, 0)
}
