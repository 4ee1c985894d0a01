import type { TableProfile } from '../../../../shared/tool-results.ts'
import { identifierWords, notAdditive } from '../grammar/not-additive.ts'
import { wordsOfName } from '../words.ts'

export type Table = TableProfile['tables'][number]
export type Column = Table['columns'][number]

export function isNumeric(column: Column): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\b|DOUBLE|FLOAT|REAL|DECIMAL)/.test(column.type)
}

export function isTemporal(column: Column): boolean {
  return /^(DATE|TIMESTAMP)/.test(column.type)
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

/** Whether adding it up means something. A sum asked for in so many words is always made. */
export function isAdditive(column: Column): boolean {
  return isFigure(column) && !wordsOfName(column.name).some((word) => notAdditive.has(word))
}
