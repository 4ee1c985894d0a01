import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile } from './opened-document.ts'

/** UTF-8, UTF-16 with a byte order mark, or Windows-1252. `FILE_MALFORMED` for what is no text. */
export function decodeDocument({ bytes, shown }: DocumentFile): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0))
    throw new AppError('FILE_MALFORMED', `“${visibleName(shown)}” is not a document this app can read.`, {
      hint: 'It reads PDF, Word, Excel, PowerPoint, HTML, Markdown and plain text.',
    })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
