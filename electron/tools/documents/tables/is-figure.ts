/** Whether a cell of a document is a figure: signs, brackets, a currency, a unit of up to three letters or a percent may stand with it. */
export function isFigure(cell: string): boolean {
  return /^[(]?[-+−–]?\s?(?:\p{Sc}|[A-Z]{3}\s)?\s?[-+−]?\d[\d.,'’\s\u00a0\u202f]*\s?(?:%|‰|\p{Sc}|\p{L}{1,3})?[)]?$/u.test(
    cell.trim(),
  )
}
