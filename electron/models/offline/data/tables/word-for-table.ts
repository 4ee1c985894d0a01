import { wordsOfFile } from '../../mention-files.ts'
import { wordsOfName } from '../../words.ts'
import { sayColumns } from '../words/say-columns.ts'
import { sayCounts } from '../words/say-counts.ts'
import { sayDirections } from '../words/say-directions.ts'
import { sayOpponents } from '../words/say-opponents.ts'
import { sayOccasion } from '../words/say-occasion.ts'
import { sayRate } from '../words/say-rate.ts'
import { sayTableColumn } from '../columns/column-of-table-name.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { sayAges } from '../words/say-ages.ts'
import { sayBoth } from '../words/say-both.ts'
import { sayDone } from '../words/say-done.ts'
import { sayKinds } from '../words/say-kinds.ts'
import { sayOpposites } from '../words/say-opposites.ts'
import { isText, type Table } from '../columns/table-columns.ts'

/** A question in plain words, in those that mean the same and that every reader knows as far as this table has nothing against it. */
export function wordForTable(question: string, table: Named): string {
  return wordings.reduce((said, wording) => wording(said, table), question)
}

type Named = Pick<Table, 'name' | 'columns'>

/** "7 day downloads" and "downloads after 7 days" are `Downloads 7 days`. */
function quoteNumbered(question: string, { columns }: Pick<Table, 'columns'>): string {
  return columns.reduce((said, { name }) => {
    const [, head, number, unit] = /^([\p{L} _]+?)[ _]?(\d+)[ _]?(\p{L}+?)s?$/u.exec(name) ?? []
    if (head === undefined || number === undefined || unit === undefined || name.includes('"')) return said
    const what = head.trim().replaceAll('_', ' ')
    const time = `${number}[ -]?${unit}s?`
    const ways = `(?:${time}[ -]${what}|${what}(?: (?:after|at|in|within|over|for|of|the|first))* ${time})`
    return said.replaceAll(new RegExp(`(?<![\\p{L}\\d"])${ways}(?![\\p{L}\\d"])`, 'giu'), `"${name}"`)
  }, question)
}

/** "the wheat table" is wheat.json, and not its column of that name. */
function withoutNaming(question: string, { name }: Pick<Table, 'name'>): string {
  const words = wordsOfFile(name).join(' ')
  return question.replaceAll(
    /(?<![\p{L}\p{N}])(?:(?:in|of|from) )?the ([\p{L}\p{N}_ -]+?) (?:table|file|dataset|data set|sheet)(?![\p{L}\p{N}])/giu,
    (said, named: string) => (wordsOfName(named).join(' ') === words ? '' : said),
  )
}

/** "in this table" means the whole, where a column is called so too. */
function withoutPointing(question: string, { columns }: Pick<Table, 'columns'>): string {
  return question.replaceAll(
    /(?<![\p{L}\p{N}])(in|of|from|for|over) (this|that|my|our) (\p{L}+)(?![\p{L}\p{N}])/giu,
    (said, ...parts) => {
      const place = String(parts[2]).toLowerCase()
      return placeNames.has(place) && columns.some(({ name }) => name.toLowerCase() === place) ? '' : said
    },
  )
}

const placeNames: ReadonlySet<string> = new Set(['table', 'data', 'dataset', 'file', 'sheet', 'list'])

/** "in the US" would count as "us" and be passed over. A table with a column for the US keeps it. */
function spellOutPlaces(question: string, { columns }: Pick<Table, 'columns'>): string {
  if (columns.some(({ name }) => wordsOfName(name).includes('us'))) return question
  return question
    .replaceAll(/(?<![\p{L}\p{N}.])U\.S\.(A\.)?(?![\p{L}\p{N}])/gu, 'USA')
    .replaceAll(/(?<![\p{L}\p{N}])US(?![\p{L}\p{N}])/gu, 'USA')
    .replaceAll(/(?<=\bthe )us(?![\p{L}\p{N}])/giu, 'USA')
}

/** "directed by Spielberg" is a condition on the director: `by` after a verb does not split. */
function sayPassive(question: string, { columns }: Pick<Table, 'columns'>): string {
  return question.replaceAll(
    /(?<![\p{L}\p{N}])(\p{L}{3,}ed) by (?=(\p{L}+))/giu,
    (said, verb: string, next: string) => {
      const [column, ...others] = matchColumns([verb], columns.filter(isText))?.columns ?? []
      const isSplit = matchColumns([next], columns) !== null
      const canBeSaid = column !== undefined && /^[\p{L}\p{N}_ ]+$/u.test(column.name)
      return canBeSaid && others.length === 0 && !isSplit ? `where ${column.name} ` : said
    },
  )
}

function ofColumns(say: (question: string, columns: Table['columns']) => string) {
  return (question: string, { columns }: Named) => say(question, columns)
}

/** In this order: each reads what the ones before it have said. */
const wordings: readonly ((question: string, table: Named) => string)[] = [
  ofColumns(sayOpponents),
  ofColumns(sayOccasion),
  ofColumns(sayDirections),
  ofColumns(sayCounts),
  sayColumns,
  quoteNumbered,
  sayTableColumn,
  sayRate,
  ofColumns(sayOpposites),
  ofColumns(sayKinds),
  ofColumns(sayDone),
  ofColumns(sayAges),
  ofColumns(sayBoth),
  withoutNaming,
  withoutPointing,
  spellOutPlaces,
  sayPassive,
]
