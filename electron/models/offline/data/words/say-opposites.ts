import { matchColumns } from '../columns/match-columns.ts'
import { isTemporal, isTruth, yesOf, type Column } from '../columns/table-columns.ts'

/** "unfurnished flats" are "not furnished flats", where a column says which are. */
export function sayOpposites(question: string, columns: readonly Column[]): string {
  return question.replaceAll(/(?<![\p{L}\p{N}])(?:un|non-?)(\p{L}{4,})(?![\p{L}\p{N}])/giu, (said, word: string) => {
    const match = matchColumns([word], columns)
    const isSaid = match !== null && match.level !== 'synonym' && match.columns.every(tellsWhether)
    return isSaid && matchColumns([said], columns) === null ? `not ${word}` : said
  })
}

function tellsWhether(column: Column): boolean {
  return isTruth(column) || yesOf(column) !== null || (isTemporal(column) && column.missing > 0)
}
