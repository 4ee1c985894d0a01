import { matchColumns } from '../columns/match-columns.ts'
import type { Column } from '../columns/table-columns.ts'
import type { Phrase } from './phrase.ts'

/** "reason for deferral" is `deferral_reason`, "date of the performance" the `Performance Date`: one name, said in two parts. */
export function combineNames(phrases: readonly Phrase[], columns: readonly Column[]): readonly Phrase[] {
  return phrases.flatMap((phrase, index): readonly Phrase[] => {
    if (nameFrom(phrases, index - 1, columns) !== null || nameFrom(phrases, index - 2, columns) !== null) return []
    return [nameFrom(phrases, index, columns) ?? phrase]
  })
}

function nameFrom(phrases: readonly Phrase[], index: number, columns: readonly Column[]): Phrase | null {
  const [head, link, tail] = index < 0 ? [] : phrases.slice(index, index + 3)
  if (head?.kind !== 'column' || link?.kind !== 'structure' || head.isExact) return null
  if (link.isHaving || (link.role !== 'measure' && link.role !== 'filter') || link.from - head.to !== 1) return null
  if (tail === undefined || (tail.kind !== 'column' && tail.kind !== 'open')) return null
  // "average price of order" names one column where the price is not another column by itself.
  const isWhole = matchColumns(head.words, columns)?.level === 'exact'
  const [column, ...others] = matchColumns([...tail.words, ...head.words], columns)?.columns ?? []
  const isNamed = matchColumns([...tail.words, ...head.words], columns)?.level === 'exact'
  if (isWhole || !isNamed || column === undefined || others.length > 0) return null
  return { kind: 'column', words: [column.name], isExact: true, from: head.from, to: tail.to }
}
