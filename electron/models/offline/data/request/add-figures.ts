import { asksHowOften, namedHowOften } from '../../grammar/aggregates.ts'
import { anyMoney } from '../../grammar/worth.ts'
import { plainText } from '../../markdown.ts'
import { additivity } from '../columns/table-columns.ts'
import type { MeasureSaid } from './measure-said.ts'
import { figureOf, plainFigure, type RequestDraft } from './request-draft.ts'
import type { RequestReading } from './request-reading.ts'
import type { Figure } from './request.ts'

/** Adds what is computed of a column: "minimum and maximum price" are two figures, "how many units" is their sum. */
export function addFigures(asked: MeasureSaid, reading: RequestReading): void {
  const { column, said, computed } = asked
  const { draft, notes } = reading
  const { request } = draft
  const isCounted = isCountedIn(asked, draft)
  const words = said.words.join(' ')
  const isSummed = isCounted && computed.length === 0
  // "how often did it rain": not how much.
  if (isSummed && asksHowOften.test(notes.question) && !namedHowOften.test(column.name)) return notes.unexplained(words)
  // "how many units" asks for their sum: there is no number of rows in it.
  if (isCounted && !isCountApart(draft)) request.countsRows = false
  if (isSummed) notes.assume(`“how many ${plainText(words)}” means the total of *${plainText(column.name)}*`)
  const figures =
    computed.length > 0
      ? computed.map((each) => figureOf(each, column))
      : [plainFigure(isSummed ? 'sum' : null, column)]
  for (const figure of figures) draft.saidAt.set(figure, said)
  const isSaidAnew = (figure: Figure) => replaces(figures, figure, reading)
  request.figures = [...request.figures.filter((figure) => !isSaidAnew(figure)), ...figures]
}

function isCountedIn({ column, isCounted, computed }: MeasureSaid, draft: RequestDraft): boolean {
  const { request, namesTable, outliers, isCorrelating } = draft
  // "how many plants are in stock"
  const isOfStock = namesTable && request.countsRows && additivity(column) === 'of-one-time' && computed.length === 0
  return (isCounted || isOfStock) && outliers === null && !isCorrelating
}

/** "number of rows and average price": the number is a figure of its own. */
function isCountApart({ aggregates: [first, second] }: RequestDraft): boolean {
  return first?.aggregate === 'count' && second?.isApart === true
}

/** "the highest mpg and the lowest mpg" are both ends of it; "most money worldwide" is the worldwide gross. */
function replaces(
  [said, ...more]: readonly Figure[],
  before: Figure,
  { draft, notes }: Pick<RequestReading, 'draft' | 'notes'>,
): boolean {
  if (before.aggregate !== null || said === undefined) return false
  if (more.length > 0) return said.column === before.column
  const words = notes.wordsOf(draft.saidAt.get(before) ?? { from: 0, to: 0 })
  return draft.request.rank !== null && anyMoney.has(words.toLowerCase())
}
