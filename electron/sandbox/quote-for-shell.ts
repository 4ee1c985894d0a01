/** One word of a POSIX shell command that means exactly `text`. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
