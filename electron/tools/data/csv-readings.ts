import type { Reading } from './open-source.ts'
import { literal } from './sql-text.ts'

/**
 * The ways to read a CSV, from the strictest to one that takes anything. Comment detection is always off: it drops
 * rows that begin with `#` without a word.
 */
export function csvReadings(
  path: string,
  { isGzip, separator }: { readonly isGzip: boolean; readonly separator: string | null },
): readonly Reading[] {
  const delimiter = separator === null ? '' : `, delim = ${literal(separator)}`
  const common = `${literal(path)}, comment = '', compression = '${isGzip ? 'gzip' : 'none'}'${delimiter}`
  const read = (more: string) => `SELECT * FROM read_csv(${common}${more})`
  // Types are decided on the first 20,480 rows; a value further down that does not fit leads to the next way.
  const standard = `, quote = '"', escape = '"'`
  const padded = `${standard}, null_padding = true`
  const lenient = ', sample_size = -1, null_padding = true, strict_mode = false, parallel = false'
  const ragged = 'Rows differ in length: values missing at the end of a row are empty.'
  return [
    { select: read(standard), note: null },
    { select: read(padded), note: ragged },
    { select: read(`${standard}, sample_size = -1`), note: null },
    { select: read(lenient), note: ragged },
    {
      select: read(`${lenient}, all_varchar = true`),
      note: `${ragged} No type fits every row, so all columns are text: use TRY_CAST for arithmetic.`,
    },
  ]
}
