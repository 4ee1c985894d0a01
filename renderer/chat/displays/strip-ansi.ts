/**
 * Removes what only colours a terminal's text (SGR) or erases the rest of a line, and joins Windows line ends. Every
 * other control stays, to be drawn by `RevealedText`: output that tries to move the cursor is worth seeing.
 */
export function stripAnsi(text: string): string {
  return text.replace(colourOrErase, '').replaceAll('\r\n', '\n')
}

const colourOrErase = new RegExp(String.raw`\u001b\[[0-9;:]*m|\u001b\[[0-2]?K`, 'g')
