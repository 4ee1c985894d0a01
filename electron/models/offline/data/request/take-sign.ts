import { signOfVerbs } from '../../grammar/sign-of-verbs.ts'
import { plainText } from '../../markdown.ts'
import { isNumeric, type Column } from '../columns/table-columns.ts'
import { own } from '../words/grammar-entries.ts'
import { comesAndGoes } from './comes-and-goes.ts'
import type { ColumnPhrase } from './reading-notes.ts'
import type { RequestReading } from './request-reading.ts'

/** "how much did I spend": of what comes and goes in one column, only what went. */
export function takeSign(column: Column, said: ColumnPhrase, { draft, notes, collected }: RequestReading): void {
  const comparison = own(signOfVerbs, notes.wordsOf(said).toLowerCase())
  if (comparison === undefined || !isNumeric(column) || !comesAndGoes(column)) return
  collected.add({ kind: 'compare', column, comparison, operands: [0] })
  draft.isSpent = comparison === '<'
  notes.assume(`only *${plainText(column.name)}* ${comparison === '<' ? 'below' : 'above'} 0 counts as such`)
}
