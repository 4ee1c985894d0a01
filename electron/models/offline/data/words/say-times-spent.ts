import { measureWords } from '../../grammar/name-units.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'

/** "the longest time in the chair" is `minutes_in_chair`, where one column of figures is called so. */
export function sayTimesSpent(question: string, columns: readonly Column[]): string {
  return question.replaceAll(
    /(?<!\p{L})time (in|on|at|to) (?:the |an? )?(\p{L}+)(?!\p{L})/giu,
    (said, joint: string, place: string) => {
      const [column, ...others] = columns.filter((each) => isTimeSpent(each, joint.toLowerCase(), normalWord(place)))
      return column === undefined || others.length > 0 || column.name.includes('"') ? said : `"${column.name}"`
    },
  )
}

function isTimeSpent(column: Column, joint: string, place: string): boolean {
  const [unit = '', ...words] = wordsOfName(column.name)
  const isTime = unit === 'time' || (measureWords['time'] ?? []).includes(unit)
  return isFigure(column) && isTime && words.join(' ') === `${joint} ${place}`
}
