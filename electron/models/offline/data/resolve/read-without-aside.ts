import type { Situation } from '../../ask-tool.ts'
import { plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import { wordsOfName } from '../../words.ts'
import { rowNounsIn } from '../columns/row-nouns.ts'
import type { Table } from '../columns/table-columns.ts'
import { wordsOfTable } from '../columns/words-of-table.ts'
import { lookUpValues } from '../values/look-up-values.ts'
import type { Phrase } from '../words/phrase.ts'
import { readPhrases } from '../words/read-phrases.ts'
import { splitQuestion } from '../words/split-question.ts'
import { withoutAside } from '../words/without-aside.ts'
import type { Resolution } from './resolution.ts'

type Find = (question: string) => Known<Resolution>

/**
 * What a question comes to without a clause about the person who asks: "For my homework: …". Null where there is no such
 * clause, where it may say something of the data, or where the rest is no whole question.
 */
export function readWithoutAside(situation: Situation, question: string, find: Find): Known<Resolution | null> {
  const said = withoutAside(question)
  if (said === null) return known(null)
  const found = find(said.rest)
  if (found.kind === 'step' || found.value.kind === 'refused') return found.kind === 'step' ? found : known(null)
  if (found.value.kind === 'open') return known(found.value)
  const { reading } = found.value
  const isIdle = saysNothing(situation, said.aside, reading.table)
  if (isIdle.kind === 'step') return isIdle
  if (!isIdle.value) return known(null)
  const told = `passed over “${plainText(said.aside.replace(/[\s,:;.–-]+$/, ''))}”: it says nothing of the data`
  return known({ kind: 'query', reading: { ...reading, assumptions: [told, ...reading.assumptions] } })
}

/** Whether a clause holds no column, number, time or word of a condition, and no value of the table. */
function saysNothing(situation: Situation, aside: string, table: Table): Known<boolean> {
  const none: ReadonlySet<string> = new Set()
  const named = wordsOfTable(table)
  const phrases = readPhrases(splitQuestion(aside), {
    columns: table.columns,
    tableWords: none,
    valueWords: none,
    passedWords: none,
  })
  if (!phrases.every(({ kind }) => idleKinds.has(kind))) return known(false)
  const open = phrases.filter((phrase) => phrase.kind === 'open')
  const lookups = lookUpValues(situation, [{ table, open, doubtful: [] }])
  if (lookups.kind === 'step') return lookups
  const lookup = lookups.value[0] ?? new Map()
  // "our cancelled trips" tells which of them count, though no column knows it.
  const namesRows =
    rowNounsIn(aside, table, lookup).ofName.size > 0 || wordsOfName(aside).some((word) => named.has(word))
  return known(!namesRows && [...lookup.values()].every((hits) => hits.length === 0))
}

const idleKinds: ReadonlySet<Phrase['kind']> = new Set(['open', 'structure', 'joint', 'verb', 'when'])
