import { normalWord, wordsOfName } from '../../words.ts'
import type { Column } from '../columns/table-columns.ts'

/** "kind of bike" is `bike_type`, where one column is called so. */
export function sayKinds(question: string, columns: readonly Column[]): string {
  return question.replaceAll(/(?<!\p{L})(?:kinds?|types?|sorts?) of (\p{L}+)/giu, (said, thing: string) => {
    const isKind = ({ name }: Column) => {
      const [first, last, ...more] = wordsOfName(name)
      return more.length === 0 && first === normalWord(thing) && (last === 'type' || last === 'kind')
    }
    const [column, ...others] = columns.filter(isKind)
    return column === undefined || others.length > 0 || /"/.test(column.name) ? said : `"${column.name}"`
  })
}
