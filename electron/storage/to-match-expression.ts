/**
 * The FTS5 expression that looks for a person's words as plain words; null when there are none. Each blank-separated
 * piece becomes a quoted phrase, so that operators, quotes, `*`, `-` and column filters mean nothing; the last one
 * matches as a beginning, for searching while typing.
 */
export function toMatchExpression(search: string): string | null {
  const phrases = search
    .toWellFormed()
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((piece) => /[\p{L}\p{N}\p{Co}]/u.test(piece))
    .map((piece) => `"${piece.replaceAll('"', '""')}"`)
  return phrases.length === 0 ? null : `${phrases.join(' ')} *`
}
