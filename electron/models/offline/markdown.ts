/** Text from a file or a person as Markdown shows it literally: no links, pictures, markup or line breaks come of it. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>|~$#&]/g, '\\$&')
    .replaceAll(/\b(https?|ftp|mailto):/gi, '$1\\:')
    .trim()
}

/** A code block whose fence its content cannot close. */
export function codeBlock(content: string, language: string): string {
  const runs = content.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${content}\n${fence}`
}

/** A table of already escaped cells. Columns of figures stand to the right. */
export function table(
  headers: readonly { readonly text: string; readonly isFigure?: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(headers.map((header) => header.text)),
    line(headers.map((header) => (header.isFigure ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}

/** "a, b and c" */
export function enumerate(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (parts.length <= 1) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}
