import { literal } from './sql-text.ts'

/** How the file's other columns write decimals, as far as that is known. */
export type DecimalMark = 'comma' | 'point' | null

/** A way to read the text of a column as figures. `sql` gives null for text that is not written that way. */
export type NumberReading = {
  readonly type: 'BIGINT' | 'DOUBLE'
  /** The reader of the file may do it by itself: digits, point and exponent, nothing else. */
  readonly isPlain: boolean
  readonly decimalMark: DecimalMark
  readonly sql: (column: string) => string
  readonly readAs: string | null
}

export type NumberContext = {
  readonly decimalMark: DecimalMark
  /** Fields are parted by semicolons, as where the comma is the decimal mark. */
  readonly hasSemicolons: boolean
}

const currencySigns = [
  'US$',
  'C$',
  'A$',
  '$',
  '€',
  '£',
  '¥',
  '₹',
  '₽',
  '₩',
  '₺',
  '₪',
  '฿',
  'kr',
  'zł',
  'Kč',
  'Fr.',
  'R$',
]
const currencyCodes =
  'USD EUR GBP CHF JPY CNY INR AUD CAD NZD SEK NOK DKK PLN CZK HUF RON TRY BRL MXN ZAR KRW SGD HKD ILS THB'.split(' ')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const currencies = [...currencySigns, ...currencyCodes].map(escaped).join('|')
const blank = String.raw`[ \u00a0\u202f\u2009]`
const written = new RegExp(
  String.raw`^(\()?([-+−])?(?:(${currencies})${blank}?)?([-+−])?([\d.,'’ \u00a0\u202f\u2009]*\d\.?)(?:${blank}?(${currencies}))?(${blank}?%)?(\))?$`,
  'u',
)

/** Marks of thousands and decimals that go together. */
const styles = [
  { thousands: '', decimal: '.' },
  { thousands: ',', decimal: '.' },
  { thousands: ' ', decimal: '.' },
  { thousands: "'", decimal: '.' },
  { thousands: '', decimal: ',' },
  { thousands: '.', decimal: ',' },
  { thousands: ' ', decimal: ',' },
  { thousands: "'", decimal: ',' },
] as const
type Style = (typeof styles)[number]

type Parts = {
  readonly body: string
  readonly currency: string | null
  readonly isPercent: boolean
  readonly isInBrackets: boolean
  readonly hasSign: boolean
}

/**
 * How the values of a column are written, if all of them are figures written in one way. `'unclear'` when they are, but
 * in two ways that mean different amounts (`1,234`). A leading zero makes an identifier of a figure, so it is none.
 */
export function readNumbers(values: readonly string[], context: NumberContext): NumberReading | 'unclear' | null {
  if (values.length === 0 || values.some(looksLikePhone)) return null
  if (values.every((value) => plain.test(value))) {
    const isWhole = values.every((value) => whole.test(value))
    if (isWhole && values.some((value) => value.replace(/^[-+]/, '').length > 18)) return null
    if (!isUnclearPoint(values, context)) return plainReading(isWhole, values)
  }
  const parts: Parts[] = []
  for (const value of values) {
    const each = partsOf(value.trim())
    if (each === null) return null
    parts.push(each)
  }
  const fitting = styles.filter((style) => parts.every(({ body }) => bodyPattern(style).test(body)))
  const style = chooseStyle(fitting, parts, context)
  if (style === null || style === 'unclear') return style
  return writtenReading(style, parts)
}

const whole = /^[-+]?(0|[1-9]\d*)$/
const plain = /^[-+]?(0|[1-9]\d*|(?=\.\d))(\.\d*)?([eE][-+]?\d{1,3})?$/

function looksLikePhone(value: string): boolean {
  return /^\+\d{7,}$/.test(value)
}

/** `1.234` in a file whose other columns have decimal commas is a thousand. */
function isUnclearPoint(values: readonly string[], { decimalMark }: NumberContext): boolean {
  return decimalMark === 'comma' && values.some((value) => value.includes('.')) && values.every(isGroupOrShort)
}

function isGroupOrShort(value: string): boolean {
  return /^[-+]?[1-9]\d{0,2}(\.\d{3})*$/.test(value) || value === '0'
}

function plainReading(isWhole: boolean, values: readonly string[]): NumberReading {
  const type = isWhole ? 'BIGINT' : 'DOUBLE'
  return {
    type,
    isPlain: true,
    decimalMark: values.some((value) => /\.(\d{1,2}|\d{4,})$/.test(value)) ? 'point' : null,
    sql: (column) => `CASE WHEN ${matches(column, isWhole ? whole : plain)} THEN TRY_CAST(${column} AS ${type}) END`,
    readAs: null,
  }
}

function partsOf(value: string): Parts | null {
  const found = written.exec(value)
  if (found === null) return null
  const [, open, sign, before, innerSign, body = '', after, percent, close] = found
  if ((open === undefined) !== (close === undefined)) return null
  if ((before !== undefined && after !== undefined) || (sign !== undefined && innerSign !== undefined)) return null
  return {
    body: normalBlanks(body),
    currency: before ?? after ?? null,
    isPercent: percent !== undefined,
    isInBrackets: open !== undefined,
    hasSign: (sign ?? innerSign) !== undefined,
  }
}

function normalBlanks(body: string): string {
  return body.replace(/[\u00a0\u202f\u2009]/g, ' ').replaceAll('’', "'")
}

function bodyText({ thousands, decimal }: Style): string {
  const mark = thousands === '' ? '' : `|[1-9][0-9]{0,2}(${thousands === '.' ? '[.]' : thousands}[0-9]{3})+`
  return `(0|[1-9][0-9]*${mark})([${decimal}][0-9]*)?`
}

function bodyPattern(style: Style): RegExp {
  return new RegExp(`^${bodyText(style)}$`)
}

function chooseStyle(
  fitting: readonly Style[],
  parts: readonly Parts[],
  { decimalMark, hasSemicolons }: NumberContext,
): Style | 'unclear' | null {
  const [first] = fitting
  if (first === undefined) return null
  const has = (mark: string) => parts.some(({ body }) => body.includes(mark))
  if (decimalMark === 'comma') return fitting.find(({ decimal }) => decimal === ',') ?? first
  if (decimalMark === 'point') return fitting.find(({ decimal }) => decimal === '.') ?? first
  const isUnclear = has(',') && fitting.some(({ decimal }) => decimal === ',') && first.thousands === ','
  return isUnclear && hasSemicolons ? 'unclear' : first
}

function writtenReading(style: Style, parts: readonly Parts[]): NumberReading | null {
  const used = new Set(parts.flatMap(({ currency }) => currency ?? []))
  // Amounts in different currencies cannot be added up.
  if (used.size > 1) return null
  const [currency = null] = used
  const percents = parts.filter(({ isPercent }) => isPercent).length
  // Where only some are percent, 5 and 5 % would be one value.
  if (percents !== 0 && parts.some(({ isPercent, body }) => !isPercent && !/^0[.,]?0*$/.test(body))) return null
  const hasBrackets = parts.some(({ isInBrackets }) => isInBrackets)
  const affixes = { currency, hasPercent: percents > 0, hasBrackets }
  return {
    type: 'DOUBLE',
    isPlain: false,
    decimalMark: decimalMarkOf(style, parts),
    sql: (column) => writtenSql(column, style, affixes),
    readAs: describe(style, parts, affixes),
  }
}

function decimalMarkOf({ thousands, decimal }: Style, parts: readonly Parts[]): DecimalMark {
  if (decimal === ',') return 'comma'
  return thousands !== '' || parts.some(({ body }) => body.includes('.')) ? 'point' : null
}

type Affixes = { readonly currency: string | null; readonly hasPercent: boolean; readonly hasBrackets: boolean }

/** Strict: what does not match is null, and only then are marks taken away. */
function writtenSql(column: string, style: Style, { currency, hasPercent, hasBrackets }: Affixes): string {
  const anyBlank = String.raw`[ \x{a0}\x{202f}\x{2009}]`
  const sign = '[-+−]?'
  const money = currency === null ? '' : `(${escaped(currency)})?`
  const body = bodyText(style).replaceAll("'", "['’]").replaceAll('( [0-9]', `(${anyBlank}[0-9]`)
  const percent = hasPercent ? `(${anyBlank}?%)?` : ''
  const inner = `${sign}${money}${anyBlank}?${sign}${body}${anyBlank}?${money}${percent}`
  const pattern = hasBrackets ? `\\(${inner}\\)|${inner}` : inner
  const from = `−${style.decimal}${removable(style, currency)}`
  const figure = `TRY_CAST(translate(${column}, ${literal(from)}, '-.') AS DOUBLE)`
  const signed = hasBrackets ? `CASE WHEN starts_with(trim(${column}), '(') THEN -${figure} ELSE ${figure} END` : figure
  return `CASE WHEN regexp_full_match(trim(${column}), ${literal(pattern)}) THEN ${signed} END`
}

function removable({ decimal }: Style, currency: string | null): string {
  const marks = `.,'’ \u00a0\u202f\u2009()%${currency ?? ''}`
  return [...new Set(marks)].filter((mark) => mark !== decimal).join('')
}

function matches(column: string, pattern: RegExp): string {
  return `regexp_full_match(${column}, ${literal(sqlPattern(pattern))})`
}

/** RE2 has no look-ahead; the cast behind it refuses a lone point. */
function sqlPattern(pattern: RegExp): string {
  return pattern.source.replace(/^\^|\$$/g, '').replace(String.raw`|(?=\.\d)`, '|')
}

function describe(style: Style, parts: readonly Parts[], { currency, hasPercent, hasBrackets }: Affixes): string {
  const example = parts.find(({ body }) => /[^\d]/.test(body))?.body
  const said = [
    ...(currency === null ? [] : [`amounts in ${currency}`]),
    ...(hasPercent ? ['percent (12 % is 12)'] : []),
    ...(example !== undefined && (style.decimal === ',' || style.thousands !== '')
      ? [`numbers written ${example}`]
      : []),
    ...(hasBrackets ? ['brackets mean minus'] : []),
  ]
  return said.length === 0 ? 'numbers' : said.join(', ')
}
