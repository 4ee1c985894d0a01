import { enumerate, plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { valueKey } from './find-values.ts'
import type { Filter, ValueLookup } from '../request/request.ts'

/** What was taken for a word that is not plainly the value itself: `took *Origin* = Japan for “japanese”`. */
export function tellValues(filters: readonly Filter[], lookup: ValueLookup): string[] {
  const found = lookup === null ? [] : [...lookup]
  return filters.flatMap((filter) => {
    if (filter.kind === 'any') return tellValues(filter.filters, lookup)
    if (filter.kind !== 'values') return []
    const isHit = (value: string) => filter.values.includes(value)
    return found.flatMap(([phrase, hits]) => {
      const values = hits.filter((hit) => hit.column === filter.column.name && isHit(hit.value)).map((hit) => hit.value)
      const isPlain = values.some((value) => isSame(phrase, value) || found.some(([other]) => isSame(other, value)))
      if (values.length === 0 || isPlain) return []
      const name = `*${plainText(filter.column.name)}*`
      return [
        `took ${name} ${filter.isNegated ? '≠' : '='} ${enumerate(values.map(plainText), 'or')} for “${plainText(phrase)}”`,
      ]
    })
  })
}

function isSame(phrase: string, value: string): boolean {
  return wordsOfName(valueKey(phrase)).join(' ') === wordsOfName(valueKey(value)).join(' ')
}
