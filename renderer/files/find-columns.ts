import type { ProfiledColumn } from './describe-column.ts'

/** The columns whose names hold every word that is looked for; case, accents and the marks between words aside. */
export function findColumns(columns: readonly ProfiledColumn[], search: string): readonly ProfiledColumn[] {
  const words = plain(search)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return columns
  return columns.filter(({ name }) => words.every((word) => plain(name).includes(word)))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[_\-\s.]+/g, ' ')
    .trim()
}
