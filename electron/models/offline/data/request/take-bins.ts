import { plainGroup } from './request-draft.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'
import { isFigure } from '../columns/table-columns.ts'

/** "amount in bins of 100": the last column said is split so. */
export function takeBins({ width }: PhraseOf<'bins'>, { draft, notes }: RequestReading): void {
  const { request } = draft
  const last = request.groups.at(-1)
  const figure = request.figures.at(-1)
  if (last !== undefined && isFigure(last.column)) {
    request.groups = [...request.groups.slice(0, -1), { ...last, width }]
  } else if (figure !== undefined && figure.aggregate === null && request.groups.length === 0) {
    request.figures = request.figures.slice(0, -1)
    request.groups = [{ ...plainGroup(figure.column), width }]
    request.countsRows = true
  } else notes.unclear('Bins of which column? Name one that holds numbers, for example “amount in bins of 100”.')
}
