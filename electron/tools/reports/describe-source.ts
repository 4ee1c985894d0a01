import { formatInstant } from './format-instant.ts'
import type { Source } from './report.ts'

/** A file behind the report in one line: what it is, how large, from when, and what of it was cited. */
export function describeSource({ path, file, cited }: Source): string {
  const facts =
    file === null
      ? 'no longer there when this report was made'
      : `${file.bytes.toLocaleString('en-US')} bytes, changed ${formatInstant(Date.parse(file.modified))}`
  return `${path}: ${facts}${cited.length === 0 ? '' : `; cited: ${cited.join(', ')}`}`
}
