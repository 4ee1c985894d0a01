export type CsvDialect = { readonly delimiter: string; readonly quote: string }

/** A row of a CSV as it stands: its fields, and whether it is written as RFC 4180 asks. */
export type CsvRecord = { readonly fields: readonly string[]; readonly isProper: boolean }

/** A quote that is not closed within so many characters was no quote. */
const longestQuoted = 1024 ** 2

/**
 * The records of a whole CSV. Anything is accepted: a quote that never ends, or stands inside a field, is part of the
 * text. Lines may end in CR, LF or both, each where it likes. Blank lines are no records.
 */
export function* csvRecords(text: string, dialect: CsvDialect): Generator<CsvRecord, void, void> {
  for (let at = 0; at < text.length;) {
    const next = readRecord(text, at, dialect, true)
    if (next === null) return
    if (next.record !== null) yield next.record
    at = next.end
  }
}

/** The same for a text that comes in pieces: each call gives the records that ended in it. */
export function recordReader(dialect: CsvDialect): (piece: string) => CsvRecord[] {
  let text = ''
  return (piece) => {
    text += piece
    const records: CsvRecord[] = []
    let at = 0
    for (;;) {
      const next = readRecord(text, at, dialect, false)
      if (next === null) break
      if (next.record !== null) records.push(next.record)
      at = next.end
    }
    text = text.slice(at)
    return records
  }
}

type Read = { readonly record: CsvRecord | null; readonly end: number }

/** The record that begins at `from`; null when its end has not come yet. */
function readRecord(text: string, from: number, dialect: CsvDialect, isLast: boolean): Read | null {
  const { delimiter, quote } = dialect
  const fields: string[] = []
  let isProper = true
  for (let at = from; ;) {
    const field = readField(text, at, dialect, isLast)
    if (field === null) return null
    fields.push(field.value)
    isProper &&= field.isProper
    at = field.end
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length
      continue
    }
    if (at >= text.length && !isLast) return null
    // A CR at the very end of a piece may have its LF in the next one.
    if (text[at] === '\r' && at + 1 >= text.length && !isLast) return null
    const end = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length)
    const isBlank = fields.length === 1 && fields[0] === '' && text[from] !== quote
    return { record: isBlank ? null : { fields, isProper }, end }
  }
}

type Field = { readonly value: string; readonly end: number; readonly isProper: boolean }

function readField(text: string, from: number, dialect: CsvDialect, isLast: boolean): Field | null {
  if (dialect.quote !== '' && text[from] === dialect.quote) {
    const quoted = readQuoted(text, from, dialect, isLast)
    if (quoted !== 'unquoted') return quoted
  }
  const end = plainEnd(text, from, dialect.delimiter)
  if (end >= text.length && !isLast) return null
  const value = text.slice(from, end)
  return { value, end, isProper: dialect.quote === '' || !value.includes(dialect.quote) }
}

function readQuoted(
  text: string,
  from: number,
  { delimiter, quote }: CsvDialect,
  isLast: boolean,
): Field | null | 'unquoted' {
  let value = ''
  for (let at = from + 1; ;) {
    const close = text.indexOf(quote, at)
    if (close < 0 || close - from > longestQuoted)
      return isLast || text.length - from > longestQuoted ? 'unquoted' : null
    value += text.slice(at, close)
    const after = text[close + 1]
    if (after === undefined && !isLast) return null
    if (after === quote) {
      value += quote
      at = close + 2
      continue
    }
    if (after === undefined || after === '\r' || after === '\n' || text.startsWith(delimiter, close + 1))
      return { value, end: close + 1, isProper: true }
    // A quote that a word of another line would close was none.
    if (/[\r\n]/.test(value)) return 'unquoted'
    // `"a" b`: what follows belongs to the field.
    const end = plainEnd(text, close + 1, delimiter)
    if (end >= text.length && !isLast) return null
    return { value: value + text.slice(close + 1, end), end, isProper: false }
  }
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const mark = delimiter.charCodeAt(0)
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
    if (code === mark && (delimiter.length === 1 || text.startsWith(delimiter, at))) return at
  }
  return text.length
}
