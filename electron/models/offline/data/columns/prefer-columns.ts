import type { Phrase } from '../words/phrase.ts'
import { isNumeric, type Column } from './table-columns.ts'

/**
 * Phrases with a word such as "count" read as the column that is called so, where nothing follows that it could be
 * computed of: "the count of Blacksmith" is that column, "count of rows" is not.
 */
export function preferColumns(
  phrases: readonly Phrase[],
  { question, columns }: { readonly question: string; readonly columns: readonly Column[] },
): readonly Phrase[] {
  return phrases.flatMap((phrase, index): readonly Phrase[] => {
    const next = phrases.slice(index + 1).find(({ kind }) => kind !== 'structure')
    const counted = phrase.kind === 'aggregate' ? totalOfCount(phrase, { next, question, columns }) : null
    if (counted !== null) return counted
    if (phrase.kind !== 'aggregate' || (next !== undefined && computable.has(next.kind))) return [phrase]
    const said = question.slice(phrase.from, phrase.to).replace(/ of$/i, '')
    const column = columns.find((each) => each.name.toLowerCase() === said.toLowerCase() && isNumeric(each))
    const { from, to } = phrase
    if (column === undefined) return [phrase]
    const named: Phrase = { kind: 'column', words: [said], isExact: true, from, to: from + said.length }
    return named.to === to
      ? [named]
      : [named, { kind: 'structure', role: 'measure', isHaving: false, from: named.to, to }]
  })
}

const computable: ReadonlySet<Phrase['kind']> = new Set(['column', 'rows', 'table', 'distinct', 'aggregate', 'time'])

/** "the total count of pushes" where a column is called count: the sum of it, though pushes are the rows. */
function totalOfCount(
  { from, to }: Phrase,
  of: {
    readonly next: Phrase | undefined
    readonly question: string
    readonly columns: readonly Column[]
  },
): readonly Phrase[] | null {
  const [total, ...name] = of.question.slice(from, to).replace(/ of$/i, '').split(' ')
  const said = name.join(' ')
  const isOfRows = of.next?.kind === 'rows' || of.next?.kind === 'column'
  const column = of.columns.find((each) => each.name.toLowerCase() === said.toLowerCase() && isNumeric(each))
  if (total?.toLowerCase() !== 'total' || column === undefined || isOfRows) return null
  const end = from + total.length
  return [
    { kind: 'aggregate', aggregate: 'sum', percent: null, from, to: end },
    { kind: 'column', words: [said], isExact: true, from: end + 1, to: end + 1 + said.length },
    { kind: 'structure', role: 'measure', isHaving: false, from: end + 1 + said.length, to },
  ]
}
