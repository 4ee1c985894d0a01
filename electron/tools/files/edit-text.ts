import { AppError } from '../../../shared/errors.ts'

export type TextEdit =
  | { readonly command: 'create'; readonly text: string }
  | { readonly command: 'insert'; readonly afterLine: number; readonly text: string }
  | { readonly command: 'replace'; readonly oldText: string; readonly text: string; readonly all: boolean }

/**
 * The text after an edit. `before` is null for a file that does not exist. New text takes the file's own line ends.
 * Throws `INVALID_REQUEST`, `FILE_NOT_FOUND` or `FILE_EXISTS` with what the agent should do instead.
 */
export function editText(before: string | null, edit: TextEdit, path: string): string {
  if (edit.command === 'create') {
    if (before === null) return edit.text
    throw new AppError('FILE_EXISTS', `${path} exists already, so it was not created.`, {
      hint: 'Use replace or insert to change it, or choose another name.',
    })
  }
  if (before === null)
    throw new AppError('FILE_NOT_FOUND', `There is no ${path} to change.`, { hint: 'Use create to make it.' })
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n'
  const text = withLineEnd(edit.text, lineEnd)
  return edit.command === 'insert'
    ? insertAfter(before, { afterLine: edit.afterLine, text, lineEnd, path })
    : replaceExactly(before, { oldText: withLineEnd(edit.oldText, lineEnd), text, all: edit.all, path })
}

function insertAfter(
  before: string,
  at: { readonly afterLine: number; readonly text: string; readonly lineEnd: string; readonly path: string },
): string {
  const { afterLine, text, lineEnd, path } = at
  const endsInside = before !== '' && !before.endsWith('\n')
  const lines = before.split(/(?<=\n)/).filter((line) => line !== '')
  if (afterLine > lines.length)
    throw refused(`${path} has only ${lines.length} lines, so nothing can be inserted after line ${afterLine}.`)
  const above = lines.slice(0, afterLine).join('')
  const below = lines.slice(afterLine).join('')
  const isAtOpenEnd = endsInside && below === ''
  const inserted = below === '' || text.endsWith(lineEnd) ? text : text + lineEnd
  return above + (isAtOpenEnd ? lineEnd : '') + inserted + below
}

function replaceExactly(
  before: string,
  change: { readonly oldText: string; readonly text: string; readonly all: boolean; readonly path: string },
): string {
  const { oldText, text, all, path } = change
  const parts = before.split(oldText)
  const found = parts.length - 1
  if (found === 0)
    throw refused(`The text to replace is not in ${path}, so nothing was changed. Read the file and copy it exactly.`)
  if (found > 1 && !all)
    throw refused(
      `The text to replace is in ${path} ${found} times, so nothing was changed. Add lines around it until it is unique, or set all.`,
    )
  if (oldText === text) throw refused(`The new text equals the old one, so nothing was changed in ${path}.`)
  return parts.join(text)
}

function withLineEnd(text: string, lineEnd: string): string {
  return text.replace(/\r?\n/g, lineEnd)
}

function refused(message: string): AppError {
  return new AppError('INVALID_REQUEST', message)
}
