import type { Cell } from '../../../../../shared/tool-results.ts'
import { formatFigure } from '../../format-figure.ts'
import { plainText } from '../../markdown.ts'
import type { FigureColumn } from '../sql/query.ts'

/** A cell as Markdown shows it literally. */
export function cellText(cell: Cell): string {
  return cell === null ? '(missing)' : plainText(String(cell))
}

/** A computed value as a person reads it. Dates and texts, as lowest or highest values, stay as they are. */
export function figureText(cell: Cell, { format }: FigureColumn): string {
  const text = typeof cell === 'number' || cell === null ? formatFigure(cell) : plainText(formatFigure(cell))
  return format === 'percent' && cell !== null ? `${text} %` : text
}
