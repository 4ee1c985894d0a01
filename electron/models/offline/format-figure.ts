import type { Cell } from '../../../shared/tool-results.ts'

/** A figure as a person reads it: thousands apart, two decimals, or four digits when it is small. */
export function formatFigure(value: Cell): string {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? exact(value) : value
  if (typeof number !== 'number' && typeof number !== 'bigint') return String(number ?? '(none)')
  const isSmall = typeof number === 'number' && number !== 0 && Math.abs(number) < 1
  return number.toLocaleString('en-US', isSmall ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 })
}

/** Integers beyond a double's reach arrive as text and stay exact. */
function exact(text: string): number | bigint {
  return text.includes('.') ? Number(text) : BigInt(text)
}

export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${formatFigure(Math.round((bytes / 1000 ** power) * 10) / 10)} ${units[power]}`
}
