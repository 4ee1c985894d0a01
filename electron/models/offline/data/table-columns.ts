import type { TableProfile } from '../../../../shared/tool-results.ts'
import { additiveWords, countingNames, identifierWords, notAdditive, stockWords } from '../grammar/additive.ts'
import { wordsOfName } from '../words.ts'

/** A table of a file, or two joined: then `from` is what stands for it in SQL. */
export type Table = TableProfile['tables'][number] & { readonly from?: string }
export type Column = Table['columns'][number]

export function isNumeric(column: Column): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\b|DOUBLE|FLOAT|REAL|DECIMAL)/.test(column.type)
}

export function isTemporal(column: Column): boolean {
  return /^(DATE|TIMESTAMP)/.test(column.type)
}

/** A column of true and false. */
export function isTruth(column: Column): boolean {
  return column.type === 'BOOLEAN'
}

export function isText(column: Column): boolean {
  return /^(VARCHAR|ENUM|UUID)/.test(column.type)
}

/** A column that names things: its numbers are neither added up nor averaged. */
export function isIdentifier(column: Column): boolean {
  return identifierWords.has(wordsOfName(column.name).at(-1) ?? '')
}

/** A column to compute with. */
export function isFigure(column: Column): boolean {
  return isNumeric(column) && !isIdentifier(column)
}

/** A column that tells how many its row stands for. */
export function isCountOfRow(column: Column): boolean {
  return isNumeric(column) && countingNames.has(column.name.trim().toLowerCase())
}

const timeNames: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'day', 'date', 'period', 'decade'])

/** A column of times by its name: "year", "fiscal_quarter". */
export function isNamedForTime(column: Column): boolean {
  return timeNames.has(wordsOfName(column.name).at(-1) ?? '')
}

/** A column of years as plain numbers. */
export function isYearColumn(column: Column): boolean {
  return isNumeric(column) && wordsOfName(column.name).includes('year')
}

/**
 * Whether adding it up means something; `unknown` where its name does not tell. `of-one-time`: over places, but not over
 * years. A sum asked for is always made.
 */
export function additivity(column: Column): 'yes' | 'of-one-time' | 'no' | 'unknown' {
  const words = wordsOfName(column.name)
  if (!isFigure(column) || words.some((word) => notAdditive.has(word))) return 'no'
  if (words.some((word) => stockWords.has(word))) return 'of-one-time'
  return words.some((word) => additiveWords.has(word)) ? 'yes' : 'unknown'
}
