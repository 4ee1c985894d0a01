import { wordsOfName } from '../../words.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'

/** "the east side" is what `east_kwh` is of, where one column of figures is called so and none is of sides. */
export function saySides(question: string, columns: readonly Column[]): string {
  const names = columns.map((column) => ({ column, words: wordsOfName(column.name) }))
  if (names.some(({ words }) => words.includes('side'))) return question
  return question.replaceAll(
    /(?<!\p{L})(north|east|south|west|left|right|front|back) side(?!\p{L})/giu,
    (said, side: string) => {
      const of = names.filter(({ column, words }) => isFigure(column) && words.includes(side.toLowerCase()))
      return of.length === 1 ? side : said
    },
  )
}
