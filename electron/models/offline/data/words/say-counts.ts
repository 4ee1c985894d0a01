import { normalWord, wordsOfName } from '../../words.ts'
import { isCountOfThings, isNumeric, type Column } from '../columns/table-columns.ts'

/** "length in words" is `wordCount`, "size in pages" `pages`: how many of them there are is how long it is. */
export function sayCounts(question: string, columns: readonly Column[]): string {
  return question.replaceAll(/(?<!\p{L})(?:length|size|extent) in (\p{L}+s)(?!\p{L})/giu, (said, many: string) => {
    const thing = normalWord(many)
    const [column, ...others] = columns.filter((each) => countsThing(each, thing))
    return column === undefined || others.length > 0 || column.name.includes('"') ? said : `"${column.name}"`
  })
}

function countsThing(column: Column, thing: string): boolean {
  const words = wordsOfName(column.name)
  return isCountOfThings(column) ? words.includes(thing) : isNumeric(column) && words.join(' ') === thing
}
