/** Adds a file's path to what is being written, set off by a space, in backticks when it holds one. */
export function appendPath(text: string, path: string): string {
  const gap = text === '' || /\s$/.test(text) ? '' : ' '
  const named = /\s/.test(path) ? `\`${path}\`` : path
  return `${text}${gap}${named} `
}
