import { inAll } from '../../grammar/follow-ups.ts'
import { money } from '../../grammar/qualities.ts'
import { plainText } from '../../markdown.ts'
import { wordsOfName } from '../../words.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { additivity, isFigure, type Column, type Table } from '../columns/table-columns.ts'
import type { Request } from '../request/request.ts'
import type { Changed } from './apply-follow-up.ts'

/**
 * "and what do they add up to?" after a number of rows, or a list of them: the total of the one amount of money that these
 * have, with what it is told. Null for any other words, and where no or several amounts may be meant.
 */
export function askTotal(text: string, before: Request, { columns }: Table): { changed: Changed; told: string } | null {
  const { figures, filters, groups, subjects, analysis, rank } = before
  const isOfRows = figures.length === 0 && subjects.length === 0 && analysis.kind === 'plain' && rank === null
  // "in total" alone may be all rows.
  const isSaid = inAll.test(text) && (/^(?:what|how|and how|the total|their)/i.test(text) || groups.length === 0)
  if (!isSaid || !isOfRows || filters.length + groups.length === 0) return null
  const column = amountAmong(columns)
  if (column === null) return null
  const request: Request = {
    ...before,
    figures: [{ aggregate: 'sum', column, percent: null, other: null }],
    countsRows: false,
    isListing: false,
    isUnasked: false,
  }
  const kept = { figures: [], countsRows: false, groups, filters }
  return { changed: { request, kept }, told: `I added up *${plainText(column.name)}*` }
}

/** The only column of money that adds up; of several the one that is called their total. */
function amountAmong(columns: readonly Column[]): Column | null {
  const paid = columnsOfQuality(money, columns, null).columns
  const amounts = paid.filter((column) => isFigure(column) && additivity(column) !== 'no' && !(Number(column.min) < 0))
  const totals = amounts.filter(({ name }) => wordsOfName(name).some((word) => totalWords.has(word)))
  const found = amounts.length === 1 ? amounts : totals
  return found.length === 1 ? (found[0] ?? null) : null
}

const totalWords: ReadonlySet<string> = new Set(['total', 'amount', 'sum'])
