/**
 * Text without what cannot be seen: control characters, bidi overrides, marks without width and lone surrogates become a
 * space, line ends too. The joiners stay, since words of many scripts are spelled with them.
 */
export function cleanText(text: string): string {
  return text.replace(/[^\P{C}\u200c\u200d]+|[\p{Zl}\p{Zp}]+/gu, ' ')
}

/** The same for text with lines: line ends and tabs stay. */
export function cleanLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(cleanText).join('\t'))
    .join('\n')
}
