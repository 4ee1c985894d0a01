import type { Figured } from './compute-figure.fixture.ts'
import type { PeriodUnit } from './expectation.fixture.ts'

/** Whether a sentence holds one of the fair values, rounded as it is written there. */
export function saysFigure(prose: string, figured: Figured): boolean {
  const numbers = prose.match(/[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/gi) ?? []
  return figured.some((value) => {
    if (typeof value === 'string') return saysName(prose, value, 'day')
    // A fall is said without its sign.
    return numbers.some((text) => isRounded(text, value) || isRounded(text, Math.abs(value)))
  })
}

/** Whether a sentence names a value, or a period in one of its usual spellings. */
export function saysName(prose: string, name: string, unit: PeriodUnit | 'value' = 'value'): boolean {
  const words = prose.toLowerCase()
  return spellings(name, unit).some((spelling) => words.includes(spelling.toLowerCase()))
}

function isRounded(text: string, value: number): boolean {
  const plain = text.replaceAll(',', '').replace('−', '-')
  const [, exponent = '0'] = plain.toLowerCase().split('e')
  const decimals = (/\.(\d+)/.exec(plain)?.[1] ?? '').length
  const half = 0.5 * 10 ** (Number(exponent) - decimals)
  return Math.abs(Number(plain) - value) <= half * (1 + 1e-9) && (value === 0 || Number(plain) !== 0 || decimals > 1)
}

function spellings(name: string, unit: PeriodUnit | 'value'): readonly string[] {
  if (unit === 'month of year' || unit === 'weekday') return [name.slice(0, 3)]
  if (unit === 'value' && !/^\d{4}-\d\d-\d\d/.test(name)) return [name, numeral(name)]
  const date = new Date(`${name.slice(0, 10)}T00:00:00Z`)
  const [year, month] = name.split('-')
  const say = (options: Intl.DateTimeFormatOptions) =>
    ['en-US', 'en-GB'].map((locale) => date.toLocaleDateString(locale, { ...options, timeZone: 'UTC' }))
  const days = [name.slice(0, 10), ...say({ dateStyle: 'long' }), ...say({ dateStyle: 'medium' })]
  const quarter = Math.ceil(Number(month) / 3)
  switch (unit) {
    case 'year':
      return [String(year)]
    case 'quarter':
      return [...days, `${year} Q${quarter}`, `${year}-Q${quarter}`, `Q${quarter} ${year}`]
    case 'month':
      return [
        `${year}-${month}`,
        ...say({ month: 'long', year: 'numeric' }),
        ...say({ month: 'short', year: 'numeric' }),
      ]
    case 'week':
    case 'day':
    case 'value':
      return days
  }
}

function numeral(name: string): string {
  return name !== '' && Number.isFinite(Number(name)) ? Number(name).toLocaleString('en-US') : name
}
