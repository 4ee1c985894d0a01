import type { Phrase } from './phrase.ts'
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
